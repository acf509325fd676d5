import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { editDistance } from "./edit-distance.ts";
import { Vocabulary } from "./vocabulary.ts";

const word = fc.string({ unit: fc.constantFrom("a", "b", "c", "d", "e"), minLength: 4, maxLength: 9 });

function vocabularyOf(words: readonly string[]): Vocabulary {
  const vocabulary = new Vocabulary();
  vocabulary.add(words.map((text, i) => ({ text, documents: i + 1, named: 1 })));
  return vocabulary;
}

describe("the vocabulary", () => {
  it("finds every word that is near, and no other", () => {
    fc.assert(
      fc.property(fc.uniqueArray(word, { maxLength: 60 }), word, fc.integer({ min: 1, max: 2 }), (words, typed, edits) => {
        const found = vocabularyOf(words).near(typed, edits, 100).map(({ term }) => term.text);
        expect(found.toSorted()).toEqual(words.filter((each) => each !== typed && editDistance(typed, each, edits) <= edits).toSorted());
      }),
    );
  });

  it("finds every word that begins so, whenever it came in", () => {
    fc.assert(
      fc.property(fc.uniqueArray(word, { maxLength: 60 }), fc.uniqueArray(word, { maxLength: 60 }), (first, second) => {
        const vocabulary = vocabularyOf(first);
        vocabulary.withPrefix("a", 1);
        vocabulary.add(second.map((text) => ({ text, documents: 1, named: 1 })));
        const all = new Set([...first, ...second]);
        expect(vocabulary.withPrefix("ab", 200).map(({ text }) => text).toSorted()).toEqual([...all].filter((each) => each.startsWith("ab") && each !== "ab").toSorted());
      }),
    );
  });

  it("gives the nearest first, then those that begin alike and are frequent in names", () => {
    const vocabulary = new Vocabulary();
    vocabulary.add([
      { text: "battle", documents: 900, named: 900 },
      { text: "kettle", documents: 5, named: 5 },
      { text: "kettles", documents: 9, named: 9 },
      { text: "nettle", documents: 900, named: 0 },
    ]);
    expect(vocabulary.near("kettel", 2, 3).map(({ term }) => term.text)).toEqual(["kettle", "kettles", "nettle"]);
    expect(vocabulary.withStemOf("kettle", 5).map(({ text }) => text)).toEqual(["kettles"]);
  });

  it("takes no word with digits for another", () => {
    expect(vocabularyOf(["500ml", "iphone13"]).near("501ml", 1, 5)).toEqual([]);
    expect(vocabularyOf(["iphone13"]).near("iphone14", 2, 5)).toEqual([]);
  });

  it("knows the new counts of a word it knew", () => {
    const vocabulary = vocabularyOf(["kettle"]);
    vocabulary.add([{ text: "kettle", documents: 7, named: 7 }]);
    expect([vocabulary.size, vocabulary.count("kettle"), vocabulary.count("mug")]).toEqual([1, 7, 0]);
  });
});
