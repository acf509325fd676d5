import { inTransaction } from "@cartwright/db";
import { useDatabase } from "@cartwright/db/testing";
import { expect, it, vi } from "vitest";
import { makeContext } from "../testing/index.ts";
import { Cached } from "./cached.ts";

const used = useDatabase();
const settled = () => new Promise((resolve) => setImmediate(resolve));

function counter() {
  let n = 0;
  const load = vi.fn(async (_ctx: unknown, key: string) => `${key}${++n}`);
  return { load, cached: new Cached<string>(load) };
}

it("gives out what it has for some seconds, then that once more while it makes a new one", async () => {
  vi.useFakeTimers({ toFake: ["performance"] });
  const ctx = makeContext(used.db);
  const { load, cached } = counter();
  expect([await cached.get(ctx), await cached.get(ctx), await cached.get(ctx, "k")]).toEqual(["1", "1", "k2"]);
  vi.advanceTimersByTime(6_000);
  expect(await cached.get(ctx)).toBe("1");
  expect(await cached.get(ctx)).toBe("3");
  vi.advanceTimersByTime(120_000);
  expect(await cached.get(ctx)).toBe("4");
  expect(load).toHaveBeenCalledTimes(4);
  vi.useRealTimers();
});

it("makes it once for all who wait, and again after it was forgotten", async () => {
  const ctx = makeContext(used.db);
  const { cached } = counter();
  expect(await Promise.all([cached.get(ctx), cached.get(ctx)])).toEqual(["1", "1"]);
  cached.forget(ctx);
  expect(await cached.get(ctx)).toBe("2");
});

it("keeps no failure", async () => {
  const ctx = makeContext(used.db);
  const load = vi.fn(async () => "fine").mockRejectedValueOnce(new Error("no"));
  const cached = new Cached<string>(load);
  await expect(cached.get(ctx)).rejects.toThrow("no");
  await settled();
  expect(await cached.get(ctx)).toBe("fine");
});

it("has nothing to do with what runs inside a transaction", async () => {
  const ctx = makeContext(used.db);
  const { cached } = counter();
  await cached.get(ctx);
  expect(await inTransaction(ctx, async (inner) => [await cached.get(inner), await cached.get(ctx)])).toEqual(["2", "3"]);
  expect(await cached.get(ctx)).toBe("1");
});
