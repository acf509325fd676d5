import { thingsText } from "../../lib/count-text.ts";

interface Found {
  total: number;
  isTotalCapped: boolean;
}

/** What was found for which words: "1,000+ things for “mug”". */
export function resultTitle(q: string | undefined, { total, isTotalCapped }: Found): string {
  if (!q) return "Search";
  return `${total === 0 ? "Nothing" : thingsText(total, isTotalCapped)} for ${quoted(q)}`;
}

const longest = 80;

/** Words as somebody typed them, short enough for a line. */
export function quoted(text: string): string {
  return `“${text.length > longest ? `${text.slice(0, longest).trim()} …` : text}”`;
}
