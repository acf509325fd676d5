import type { Word } from "../text/analyse.ts";
import { costs, type Alternative } from "./alternatives.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** A space too many: neighbours that the shop writes as one word, "blue berry" for "blueberry". Both words get the way. */
export function joinsOf(words: readonly Word[], vocabulary: Vocabulary): Map<Word, Alternative[]> {
  const found = new Map<Word, Alternative[]>();
  words.slice(1).forEach((word, i) => {
    const before = words[i];
    const [left, right] = [onlyTerm(before), onlyTerm(word)];
    if (!before || !left || !right) return;
    const joined = `${left}${right}`;
    const terms = [...(vocabulary.count(joined) > 0 ? [joined] : []), ...vocabulary.withStemOf(joined, 3).map(({ text }) => text)];
    for (const each of [before, word]) {
      found.set(each, [...(found.get(each) ?? []), ...terms.map((term): Alternative => ({ terms: [term], cost: costs.join, kind: "join" }))]);
    }
  });
  return found;
}

function onlyTerm(word: Word | undefined): string | null {
  return word?.forms.length === 1 && word.forms[0]?.length === 1 ? (word.forms[0][0] ?? null) : null;
}
