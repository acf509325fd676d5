import { analyse, type Word } from "./text/analyse.ts";
import type { SegmentView } from "./views.ts";

/** A text in pieces, those that have one of the terms marked. Joined, they are the text. */
export function highlight(text: string, terms: ReadonlySet<string>): SegmentView[] {
  const segments: SegmentView[] = [];
  let at = 0;
  for (const word of analyse(text)) {
    if (!isMeant(word, terms)) continue;
    const { start, end } = word;
    if (start > at) segments.push({ text: text.slice(at, start), isMatch: false });
    segments.push({ text: text.slice(start, end), isMatch: true });
    at = end;
  }
  if (at < text.length) segments.push({ text: text.slice(at), isMatch: false });
  return segments;
}

const excerptLength = 160;
const lead = 40;

/** A piece of a long text around the first of the terms; null when it has none of them. */
export function excerpt(text: string, terms: ReadonlySet<string>): SegmentView[] | null {
  const first = analyse(text).find((word) => isMeant(word, terms));
  if (!first) return null;
  const space = first.start <= lead ? -1 : text.indexOf(" ", first.start - lead);
  const from = Math.min(space + 1, first.start);
  const to = Math.min(text.length, from + excerptLength);
  const end = to === text.length ? to : Math.max(first.end, text.lastIndexOf(" ", to));
  const piece = `${from > 0 ? "… " : ""}${text.slice(from, end)}${end < text.length ? " …" : ""}`;
  return highlight(piece, terms);
}

function isMeant({ forms, also }: Word, terms: ReadonlySet<string>): boolean {
  return forms.some((form) => form.every((term) => terms.has(term))) || also.some((term) => terms.has(term));
}
