import { describe, expect, it } from "vitest";
import { SearchLog } from "./search-log.ts";

const noon = Date.parse("2026-03-01T12:00:00.000Z");
const search = (query: string, minutes = 0) =>
  ({ query, shown: query, results: 3, isPartial: false, isCorrected: false, engine: "sqlite", at: new Date(noon + minutes * 60_000) });

describe("the log of searches", () => {
  it("takes the same search of the same visitor for one, for half an hour", () => {
    const log = new SearchLog();
    const first = log.addSearch(search("mug"), "a");
    expect(log.addSearch(search("mug", 29), "a")).toBe(first);
    expect(log.addSearch(search("mug", 1), "b")).not.toBe(first);
    expect(log.addSearch(search("jug", 1), "a")).not.toBe(first);
    expect(log.addSearch(search("mug", 30), "a")).not.toBe(first);
    expect(log.take().searches.map(({ query }) => query)).toEqual(["mug", "mug", "jug", "mug"]);
    expect(log.take()).toEqual({ searches: [], clicks: [] });
  });

  it("counts each search of those it can't tell apart", () => {
    const log = new SearchLog();
    expect(log.addSearch(search("mug"), null)).not.toBe(log.addSearch(search("mug"), null));
  });

  it("has an end: what finds no room is lost, until it was written", () => {
    const log = new SearchLog();
    const click = { queryId: "sqr_1", productId: "prd_1", position: 0, at: new Date(noon), hasWaited: false };
    for (let i = 0; i < 10_000; i += 1) {
      expect(log.addSearch(search(`mug ${i}`), "a")).toMatch(/^sqr_/);
      expect(log.addClick(click)).toBe(true);
    }
    expect(log.addSearch(search("late mug"), "a")).toBeNull();
    expect(log.addClick(click)).toBe(false);
    expect(log.take().searches).toHaveLength(10_000);
    expect(log.addSearch(search("late mug"), "a")).toMatch(/^sqr_/);
  });
});
