import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeSynonyms, noRules } from "../rules/rules.ts";
import { mostQueryWords, planQuery, type PlanWish, type QueryPlan } from "./plan.ts";
import { splitsOf } from "./splits.ts";
import { Vocabulary } from "./vocabulary.ts";

const vocabulary = new Vocabulary();
const names = "mug mugs blue kettle kettles glass glasses wine bread board handle saucepan sauce pan pants shelf blueberry tablecloth table cloth oven glove steel cast iron lamp beeswax polish coat boat".split(" ");
vocabulary.add(names.map((text, i) => ({ text, documents: 100 - i, named: 100 - i })));
vocabulary.add([{ text: "hundreds", documents: 40, named: 0 }, { text: "muggle", documents: 1, named: 0 }]);

const plan = (text: string, given: Partial<PlanWish> = {}) => planQuery(text, { vocabulary, rules: noRules, isTyping: false, isLenient: false, ...given });
const ways = ({ words }: QueryPlan, kind: string) => words.map((word) => word.alternatives.filter((way) => way.kind === kind).map(({ terms }) => terms.join(" ")));

describe("the plan of a query", () => {
  it("takes a word as it is, and in its other forms", () => {
    const read = plan("mug");
    expect(read.words).toHaveLength(1);
    expect(read.words[0]?.alternatives.map(({ terms, cost }) => [terms.join(" "), cost])).toEqual([["mug", 0], ["mugs", 0.1]]);
    expect(read.corrected).toBeNull();
  });

  it("takes no word of the shop for a typing error, unless nothing else is left", () => {
    expect(ways(plan("pan"), "typo")).toEqual([[]]);
    expect(ways(plan("boat"), "typo")).toEqual([[]]);
    expect(ways(plan("boat mug", { isLenient: true }), "typo")).toEqual([["coat"], []]);
  });

  it("takes a word that only descriptions have for a typing error where names have its neighbour far more often", () => {
    const own = new Vocabulary();
    own.add([{ text: "table", documents: 400, named: 300 }, { text: "tabel", documents: 5, named: 0 }, { text: "tablet", documents: 300, named: 1 }]);
    expect(plan("tabel", { vocabulary: own }).corrected).toBe("table");
    expect(plan("tablet", { vocabulary: own }).corrected).toBeNull();
  });

  it("leaves words of names as they are beside others, even when nothing is found", () => {
    expect(ways(plan("boat glass mug", { isLenient: true }), "typo")).toEqual([[], [], []]);
  });

  it("takes unknown words for typing errors: one from four letters, two from eight, of three one may be missing", () => {
    expect(plan("ketle").corrected).toBe("kettle");
    expect(plan("kettel").corrected).toBe("kettle");
    expect(plan("suacepna").corrected).toBe("saucepan");
    expect(plan("kxttxe").corrected).toBeNull();
    expect(plan("lmp x").corrected).toBe("lamp x");
    expect(plan("mog x").corrected).toBeNull();
    expect(plan("mugggles x").corrected).not.toBe("mugs x");
  });

  it("goes on with the last word only, when it is not one already", () => {
    expect(ways(plan("wine gl"), "prefix")).toEqual([[], ["glass", "glove", "glasses"]]);
    expect(ways(plan("gl wine"), "prefix")).toEqual([[], []]);
    expect(ways(plan("mug"), "prefix")).toEqual([[]]);
    expect(ways(plan("mug", { isTyping: true }), "prefix")).toEqual([["muggle"]]);
  });

  it("puts spaces in, and takes them out", () => {
    expect(plan("bluemug").corrected).toBe("blue mug");
    expect(plan("breadboardhandle").corrected).toBe("bread board handle");
    expect(ways(plan("blue berry"), "join")).toEqual([["blueberry"], ["blueberry"]]);
    expect(ways(plan("table cloth"), "join")).toEqual([["tablecloth"], ["tablecloth"]]);
  });

  it("finds a typing error beside a missing space", () => {
    expect(splitsOf("winglass", vocabulary)[0]).toEqual({ terms: ["wine", "glass"], edits: 1 });
    expect(splitsOf("beeswapxolish", vocabulary)[0]).toEqual({ terms: ["beeswax", "polish"], edits: 2 });
    expect(splitsOf("qqqqqqqqqqqq", vocabulary)).toEqual([]);
  });

  it("leaves out stop words, the shop's too, unless there are no others", () => {
    expect(plan("a mug for the wine").words.map(({ typed }) => typed)).toEqual(["mug", "wine"]);
    expect(plan("the").words.map(({ typed }) => typed)).toEqual(["the"]);
    expect(plan("premium mug", { rules: { ...noRules, stopWords: new Set(["premium"]) } }).words.map(({ typed }) => typed)).toEqual(["mug"]);
  });

  it("says more of rare words", () => {
    const [frequent, rare] = plan("mug beeswax").words;
    expect(rare?.weight).toBeGreaterThan(frequent?.weight ?? 0);
  });

  it("knows the shop's synonyms, of several words too", () => {
    const synonyms = makeSynonyms([{ from: "frying pan", to: ["skillet"] }, { from: "cup", to: ["mug"] }]);
    expect(ways(plan("steel frying pans", { rules: { ...noRules, synonyms } }), "synonym")).toEqual([[], ["skillet"], ["skillet"]]);
    expect(ways(plan("cups", { rules: { ...noRules, synonyms } }), "synonym")).toEqual([["mug", "mugs"]]);
  });

  it("has a bounded answer to any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 400 }), fc.boolean(), fc.boolean(), (text, isTyping, isLenient) => {
        const { words, codes } = plan(text, { isTyping, isLenient });
        expect(words.length).toBeLessThanOrEqual(mostQueryWords);
        expect(codes.length).toBeLessThanOrEqual(11);
        for (const { alternatives } of words) expect(alternatives.length).toBeLessThanOrEqual(25);
      }),
    );
  });
});
