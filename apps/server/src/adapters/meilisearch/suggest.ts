import { codesIn, type EngineSuggestions, type SuggestQuery } from "@cartwright/core/search";
import { multiSearch } from "./ask-round.ts";
import { textFields } from "./document.ts";
import type { Link } from "./link.ts";
import { readMatches, type Matches } from "./matches.ts";
import { readQuery, type AskedQuery } from "./read-query.ts";
import { tokenOf } from "./tokens.ts";

/** So many products are read for the words that complete what is being typed. */
const mostRead = 20;
const mostCompletions = 6;
const shortestCode = 4;

/** Products and words for what is being typed. Takes any text; nothing for none. Errors: `search.engine_unavailable`. */
export async function suggestProducts(link: Link, { text, limit, rules }: SuggestQuery): Promise<EngineSuggestions> {
  const asked = readQuery(text, rules);
  if (asked.q === "") return { products: [], matchedTerms: [], completions: [] };
  // The beginning of an SKU or barcode, as they are compared.
  const codes = codesIn(text).filter((code) => code.length >= shortestCode && /\d/.test(code));
  const answers = await multiSearch(link, [
    { q: asked.q, limit: Math.max(limit, mostRead), attributesToSearchOn: [...textFields], attributesToRetrieve: ["id", "bent", ...textFields], showMatchesPosition: true, matchingStrategy: "all" },
    ...codes.map((code) => ({ q: code, limit, attributesToSearchOn: ["codes"], attributesToRetrieve: ["id"], matchingStrategy: "all" as const })),
  ]);
  const [byWords, ...byCode] = answers.map(({ hits }) => hits);
  const matches = readMatches(byWords ?? []);
  const ids = [...byCode.flat(), ...(byWords ?? [])].flatMap(({ id }) => id ?? []);
  return { products: [...new Set(ids)].slice(0, limit), matchedTerms: matches.terms, completions: completionsOf(asked, matches) };
}

/** The words before the last as they are, with the ways in which the last goes on in what was found. */
function completionsOf({ words }: AskedQuery, matches: Matches): string[] {
  const typed = words.filter(({ tokens }) => tokens.length > 0).map((word) => word.typed);
  const last = typed.pop() ?? "";
  const goingOn = matches.terms.filter((term) => term !== last && (term.startsWith(last) || tokenOf(term).startsWith(tokenOf(last))));
  return [...new Set(goingOn)].slice(0, mostCompletions).map((term) => [...typed, term].join(" "));
}
