import { idempotencyKeys } from "@cartwright/db";
import { useDatabase } from "@cartwright/db/testing";
import { beforeEach, expect, it } from "vitest";
import { makeContext, type TestContext } from "../testing/index.ts";
import { claimKey } from "./idempotency.ts";
import { onceByKey } from "./once-by-key.ts";
import { pruneKeys } from "./prune-keys.ts";

const database = useDatabase();
let ctx: TestContext;
const minutesADay = 1_440;

beforeEach(async () => {
  ctx = makeContext(database.db);
  await ctx.db.delete(idempotencyKeys);
});

const answered = (procedure: string) => onceByKey(ctx, { procedure, key: crypto.randomUUID(), body: {} }, async () => 1);
const left = async () => (await ctx.db.select().from(idempotencyKeys)).map(({ procedure }) => procedure).toSorted();

it("forgets answered keys after 14 days, those of carts after one, and never one that is still running", async () => {
  await answered("orders.ship");
  await answered("cart.addLine");
  await claimKey(ctx, { procedure: "checkout.place", key: crypto.randomUUID(), body: {} }, "ord_1");
  ctx.clock.advanceMinutes(minutesADay - 1);
  expect(await pruneKeys(ctx)).toBe(0);
  ctx.clock.advanceMinutes(2);
  expect(await pruneKeys(ctx)).toBe(1);
  expect(await left()).toEqual(["checkout.place", "orders.ship"]);
  ctx.clock.advanceMinutes(13 * minutesADay);
  expect(await pruneKeys(ctx)).toBe(1);
  expect(await left()).toEqual(["checkout.place"]);
});
