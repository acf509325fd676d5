import { describe, expect, it } from "vitest";
import type { JudgedQuery } from "../judgements/judged-query.ts";
import { ndcg } from "./ndcg.ts";
import { recall } from "./recall.ts";
import { reciprocalRank } from "./reciprocal-rank.ts";
import { scoreAnswers, scoreByKind } from "./score-answers.ts";

const grades = new Map([["fine", 1], ["exact", 3], ["right", 2], ["wrong", 0]]);

describe("nDCG", () => {
  it("is what the formula gives by hand", () => {
    // Gains 1, 0, 7 at discounts 1, 1.58496, 2: 4.5. At best 7 + 3 / 1.58496 + 1 / 2 = 9.39279.
    expect(ndcg(["fine", "wrong", "exact"], grades)).toBeCloseTo(4.5 / 9.39279, 5);
  });

  it("is 1 for the best order and 0 for nothing relevant", () => {
    expect(ndcg(["exact", "right", "fine"], grades)).toBe(1);
    expect(ndcg(["wrong", "unheard-of"], grades)).toBe(0);
    expect(ndcg([], grades)).toBe(0);
  });

  it("looks at the first ten only, of the hits and of the best order", () => {
    const many = new Map(Array.from({ length: 12 }, (_, i) => [`p${i}`, 3]));
    expect(ndcg([...many.keys()], many)).toBeCloseTo(1, 12);
    const late = [...Array.from({ length: 10 }, (_, i) => `other-${i}`), "exact"];
    expect(ndcg(late, grades)).toBe(0);
  });

  it("counts a product that is listed twice once", () => {
    expect(ndcg(["exact", "exact"], new Map([["exact", 3], ["right", 2]]))).toBeCloseTo(7 / 8.892789, 5);
  });

  it("has no value where nothing is relevant", () => {
    expect([ndcg(["a"], new Map()), ndcg(["a"], new Map([["a", 0]]))]).toEqual([null, null]);
  });
});

describe("reciprocal rank", () => {
  it("is of the first hit that is at least clearly the right kind", () => {
    expect(reciprocalRank(["fine", "wrong", "right", "exact"], grades)).toBe(1 / 3);
    expect(reciprocalRank(["exact"], grades)).toBe(1);
    expect(reciprocalRank(["fine", "wrong"], grades)).toBe(0);
  });

  it("takes what is acceptable where nothing is graded higher", () => {
    expect(reciprocalRank(["wrong", "fine"], new Map([["fine", 1], ["wrong", 0]]))).toBe(1 / 2);
    expect(reciprocalRank(["a"], new Map())).toBeNull();
  });
});

describe("recall", () => {
  it("is the share of all relevant products among the first ten", () => {
    expect(recall(["wrong", "fine", "exact"], grades)).toBeCloseTo(2 / 3, 12);
    const twenty = new Map(Array.from({ length: 20 }, (_, i) => [`p${i}`, 1]));
    expect(recall([...twenty.keys()], twenty)).toBe(0.5);
    expect(recall(["a"], new Map())).toBeNull();
  });
});

describe("scores of many answers", () => {
  const query = (id: string, kind: string, judged: [string, number][]): JudgedQuery => ({ id, kind, text: id, grades: new Map(judged) });
  const answers = [
    { query: query("1", "brand", [["a", 3]]), found: ["a"] },
    { query: query("2", "brand", [["a", 3]]), found: ["b", "a"] },
    { query: query("3", "typo", [["a", 3]]), found: [] },
    { query: query("4", "nothing", []), found: [] },
    { query: query("5", "nothing", []), found: ["a"] },
  ];

  it("are means, and tell nothing found from nothing to be found", () => {
    const scores = scoreAnswers(answers);
    expect(scores.queries).toBe(5);
    expect(scores.ndcgAt10).toBeCloseTo((1 + 1 / Math.log2(3) + 0) / 3, 12);
    expect(scores.meanReciprocalRank).toBe((1 + 0.5 + 0) / 3);
    expect(scores.recallAt10).toBeCloseTo(2 / 3, 12);
    expect(scores.zeroResultRate).toBeCloseTo(1 / 3, 12);
    expect(scores.falseHitRate).toBe(0.5);
  });

  it("are split by kind, without a value where there is nothing to take it of", () => {
    const kinds = scoreByKind(answers);
    expect([...kinds.keys()]).toEqual(["brand", "typo", "nothing"]);
    expect(kinds.get("brand")?.meanReciprocalRank).toBe(0.75);
    expect(kinds.get("nothing")).toMatchObject({ queries: 2, ndcgAt10: null, zeroResultRate: null, falseHitRate: 0.5 });
  });
});
