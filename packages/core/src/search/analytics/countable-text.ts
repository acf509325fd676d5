import { normalise } from "../text/analyse.ts";

const longest = 80;
const longestWord = 40;
/** So many digits are a telephone number, an account or a card rather than a size. */
const mostDigits = 6;

const emailLike = /\S@\S/u;
const addressLike = /:\/\/|\bwww\./iu;
const spacesAndSigns = /[\s().,/+–-]/gu;
const noWords = /[^\p{L}\p{M}\p{N}\s'’&.,/+%"″-]/gu;

/** A query as it is counted, and as others may be shown it. */
export interface CountableText {
  query: string;
  shown: string;
}

/**
 * What is kept of a typed text. Null for what is not to be kept at all: texts that look like an e-mail or web address,
 * have seven digits in a row, or are too long for anybody to search for.
 */
export function countableText(text: string): CountableText | null {
  const typed = text.trim().replace(/\s+/gu, " ");
  if (typed.length > longest || emailLike.test(typed) || addressLike.test(typed)) return null;
  const runs = typed.replace(spacesAndSigns, "").match(/\p{Nd}+/gu) ?? [];
  if (runs.some((run) => run.length > mostDigits)) return null;
  if (typed.split(" ").some((word) => word.length > longestWord)) return null;
  const query = normalise(typed);
  const shown = typed.replace(noWords, " ").replace(/\s+/gu, " ").trim().toLowerCase();
  return query === "" || shown === "" || query.length > 2 * longest ? null : { query, shown };
}
