import { editDistance } from "@cartwright/core/search";
import { textFields, type IndexedDocument } from "./document.ts";
import type { AskedQuery } from "./read-query.ts";
import { termOf, tokenOf } from "./tokens.ts";

export type Hit = Partial<IndexedDocument> & { _matchesPosition?: Record<string, { start: number; length: number }[] | undefined> };

/** Which words of the products were found, best product first. */
export interface Matches {
  tokens: ReadonlySet<string>;
  /** The words that they stand for. */
  terms: string[];
  /** How a token is shown to somebody who typed something like it. */
  show: (token: string, typed: string) => string;
}

export function readMatches(hits: readonly Hit[]): Matches {
  const tokens = new Set(hits.flatMap(matchedTokens));
  const bent = [...new Set(hits.flatMap((hit) => hit.bent?.split(" ") ?? []))].filter((term) => tokens.has(tokenOf(term)));
  return {
    tokens,
    terms: [...new Set([...Array.from(tokens, termOf), ...bent])],
    show: (token, typed) => nearestTo(typed, [termOf(token), ...bent.filter((term) => tokenOf(term) === token)]),
  };
}

/** Of the forms of a word the one that is nearest to what was typed, and of those the first. */
function nearestTo(typed: string, forms: readonly string[]): string {
  const most = 5;
  const [nearest = ""] = forms.toSorted((a, b) => editDistance(typed, a, most) - editDistance(typed, b, most));
  return nearest;
}

function matchedTokens({ _matchesPosition: positions, ...hit }: Hit): string[] {
  return textFields.flatMap((field) => {
    const text = hit[field];
    const found = positions?.[field];
    if (text === undefined || found === undefined) return [];
    const slice = slicer(text);
    return found.flatMap(({ start, length }) => slice(start, start + length));
  });
}

/** Whole tokens at places that are counted in bytes: of a beginning only that is marked. */
function slicer(text: string): (from: number, to: number) => string[] {
  const bytes = Buffer.from(text);
  const space = 0x20;
  return (from, to) => {
    const start = bytes.lastIndexOf(space, from) + 1;
    const end = bytes.indexOf(space, Math.max(start, to - 1));
    return bytes.toString("utf8", start, end === -1 ? bytes.length : end).split(" ").filter(Boolean);
  };
}

/** The query with what was taken for typing errors put right; null when there was none. */
export function didYouMean({ words }: AskedQuery, matches: Matches): string | null {
  const asked = words.flatMap(({ tokens }) => tokens);
  const last = asked.at(-1);
  let isCorrected = false;
  const read = words.map(({ typed, tokens }) => {
    const better = tokens.map((token) => correctionOf(token, { typed: tokens.length === 1 ? typed : token, asked, isLast: token === last, matches }));
    if (better.every((token) => token === null)) return typed;
    isCorrected = true;
    return tokens.map((token, i) => better[i] ?? matches.show(token, token)).join(" ");
  });
  // Two words that are one in the shop are replaced by the same, which is said once.
  return isCorrected ? read.filter((word, i) => word !== "" && word !== read[i - 1]).join(" ") : null;
}

interface Correcting {
  typed: string;
  asked: readonly string[];
  isLast: boolean;
  matches: Matches;
}

function correctionOf(token: string, { typed, asked, isLast, matches }: Correcting): string | null {
  const found = [...matches.tokens];
  if (matches.tokens.has(token) || /\d/.test(token)) return null;
  if (isLast && found.some((other) => other.startsWith(token))) return null;
  const place = asked.indexOf(token);
  const joined = [`${asked[place - 1]}${token}`, `${token}${asked[place + 1]}`].find((other) => matches.tokens.has(other));
  if (joined) return matches.show(joined, joined);
  const free = found.filter((other) => !asked.includes(other) && !/\d/.test(other));
  const near = free.map((other) => ({ other, edits: editDistance(token, other, editsFor(token)) })).filter(({ edits }) => edits <= editsFor(token));
  const [nearest] = near.toSorted((a, b) => a.edits - b.edits);
  if (nearest) return matches.show(nearest.other, typed);
  const parts = free.flatMap((first) => (token.startsWith(first) && free.includes(token.slice(first.length)) ? [first, token.slice(first.length)] : []));
  return parts.length === 0 ? null : parts.slice(0, 2).map((part) => matches.show(part, part)).join(" ");
}

function editsFor({ length }: string): number {
  return length < 4 ? 0 : length < 8 ? 1 : 2;
}
