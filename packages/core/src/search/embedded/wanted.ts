import type { Match } from "@cartwright/db";
import { matchAllWords, matchExactly, matchMost, matchNamed } from "./plan-match.ts";
import type { QueryPlan } from "./plan.ts";
import { namedTerm } from "./terms.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** What is looked for, and which of it is taken first where there is more than can be ranked. */
export interface Wanted {
  match: Match | null;
  preferred: readonly Match[];
}

export function allWords(plan: QueryPlan): Wanted {
  return { match: matchAllWords(plan), preferred: plan.words.length === 0 ? [] : [matchExactly(plan), matchNamed(plan)] };
}

/** What has all words but some. */
export function lacking({ words }: QueryPlan, missing: number): Wanted {
  const named = matchMost(words, missing, namedTerm);
  return { match: matchMost(words, missing), preferred: missing === 1 ? [named] : [matchMost(words, missing - 1), named] };
}

/** All words but one, all but two … of those that the shop knows in some way; at last any of the rarest ones. */
export function* mostWords({ words }: QueryPlan, vocabulary: Vocabulary): Generator<Wanted> {
  const present = words.flatMap((word) => {
    const alternatives = word.alternatives.filter(({ terms }) => terms.every((term) => vocabulary.count(term) > 0));
    return alternatives.length === 0 ? [] : [{ ...word, alternatives }];
  });
  // Unknown words are the first to be missing.
  if (present.length === 0) return;
  if (present.length < words.length) yield { match: matchMost(present, 0), preferred: [matchMost(present, 0, namedTerm)] };
  const rare = present.toSorted((a, b) => a.documents - b.documents).slice(0, 6);
  for (let missing = 1; missing < rare.length; missing += 1) {
    const some = missing === 1 ? present : rare;
    yield { match: matchMost(some, missing), preferred: [matchMost(some, missing - 1), matchMost(some, missing, namedTerm)] };
  }
}
