import { searchPopular } from "@cartwright/db";
import { useDatabase } from "@cartwright/db/testing";
import { expect, it } from "vitest";
import { makeContext } from "../testing/index.ts";
import { listPopularQueries } from "./index.ts";

const used = useDatabase();

it("lists what many searched for with success, most frequent first, as it is typed", async () => {
  const ctx = makeContext(used.db);
  const row = (query: string, searches: number, results: number) => ({ query, shown: query.toUpperCase(), searches, results, lastAt: ctx.clock.now() });
  const often = Array.from({ length: 9 }, (_, i) => row(`lamp ${i}`, 10 + i, 2));
  await ctx.db.insert(searchPopular).values([...often, row("mug", 99, 7), row("never there", 500, 0), row("of one person", 2, 1)]);
  const texts = (await listPopularQueries(ctx)).map(({ text }) => text);
  expect(texts).toEqual(["MUG", ...[8, 7, 6, 5, 4, 3, 2].map((i) => `LAMP ${i}`)]);
});
