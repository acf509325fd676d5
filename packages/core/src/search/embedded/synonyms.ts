import type { SearchRules } from "../rules/rules.ts";
import type { Word } from "../text/analyse.ts";
import { stem } from "../text/stem.ts";
import { costs, type Alternative } from "./alternatives.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** What the shop says the words mean as well. Of several words that mean one thing each gets the way. */
export function synonymsOf(words: readonly Word[], { rules, vocabulary }: { rules: SearchRules; vocabulary: Vocabulary }): Map<Word, Alternative[]> {
  const found = new Map<Word, Alternative[]>();
  if (rules.synonyms.size === 0) return found;
  const stems = words.map((word) => stem(word.forms[0]?.join("") ?? ""));
  words.forEach((_, from) => {
    for (const synonym of rules.synonyms.get(stems[from] ?? "") ?? []) {
      if (!synonym.stems.every((each, i) => each === stems[from + i])) continue;
      const ways = synonym.replacements.flatMap((terms) => waysOf(terms, vocabulary));
      for (const word of words.slice(from, from + synonym.stems.length)) found.set(word, [...(found.get(word) ?? []), ...ways]);
    }
  });
  return found;
}

function waysOf(terms: readonly string[], vocabulary: Vocabulary): Alternative[] {
  const last = terms.at(-1) ?? "";
  const rest = terms.slice(0, -1);
  const forms = [last, ...vocabulary.withStemOf(last, 4).map(({ text }) => text)];
  return forms.map((form) => ({ terms: [...rest, form], cost: costs.synonym, kind: "synonym" }));
}
