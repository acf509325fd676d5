import { describe, expect, it } from "vitest";
import { askAll, askItems, successRate } from "./measure.ts";
import { scoreAnswers } from "./metrics/score-answers.ts";
import type { SearchUnderTest } from "./run/search-under-test.ts";

const shelf: Record<string, string[]> = { jug: ["blue-jug", "red-jug"], jgu: ["x", "y", "blue-jug"], jugg: ["x", "y", "z", "blue-jug"] };
const search: SearchUnderTest = { answeredBy: new Map(), search: async (text) => shelf[text] ?? [] };

describe("asking an engine", () => {
  it("gives every judged query its answer", async () => {
    const query = (id: string, text: string) => ({ id, kind: "query", text, grades: new Map([["red-jug", 3]]) });
    const answers = await askAll(search, [query("1", "jug"), query("2", "pot")]);
    expect(answers.map(({ query: { id }, found }) => [id, found])).toEqual([["1", ["blue-jug", "red-jug"]], ["2", []]]);
    expect(scoreAnswers(answers)).toMatchObject({ queries: 2, meanReciprocalRank: 0.25, zeroResultRate: 0.5 });
  });

  it("finds a misspelt item when it is among the first three", async () => {
    const item = (query: string) => ({ query, productKey: "blue-jug", typos: 1, kinds: [] });
    expect(successRate(await askItems(search, ["jug", "jgu", "jugg", "pot"].map(item)))).toBe(0.5);
    expect(successRate([])).toBeNull();
  });
});
