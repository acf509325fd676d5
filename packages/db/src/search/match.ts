/** What a document's words must be: a term, one that begins so, all of several, or any of several. Terms are letters, digits and the signs = # ~. */
export type Match = string | { begins: string } | { all: readonly Match[] } | { any: readonly Match[] };

/** How a database writes a match. */
export interface MatchSigns {
  quote: (term: string) => string;
  /** What stands behind the beginning of a term. */
  begins: string;
  and: string;
  or: string;
}

/** The match as the text that the database's full-text index is asked with. */
export function matchText(match: Match, signs: MatchSigns): string {
  if (typeof match === "string") return signs.quote(match);
  if ("begins" in match) return `${signs.quote(match.begins)}${signs.begins}`;
  const [parts, sign] = "all" in match ? [match.all, signs.and] : [match.any, signs.or];
  const texts = parts.map((part) => matchText(part, signs));
  return texts.length === 1 ? (texts[0] ?? "") : `(${texts.join(sign)})`;
}
