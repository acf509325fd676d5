import { reservations, stockLevels } from "@cartwright/db";
import { useDatabase } from "@cartwright/db/testing";
import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { createSellable, ensureLocation, expectPromises, makeContext } from "../testing/index.ts";
import { releaseExpiredHolds } from "./index.ts";

const used = useDatabase();

it("gives back what ran out after a sale in a few transactions, and writes its level once in each", async () => {
  const ctx = makeContext(used.db);
  const { variantId } = await createSellable(ctx, { stock: 1_000 });
  const locationId = await ensureLocation(ctx, "main", 0);
  const createdAt = ctx.clock.now();
  const hold = (n: number, expiresAt: Date | null) => ({ id: `res_${n}`, variantId, locationId, ownerId: `crt_${n}`, quantity: 1, status: "held" as const, expiresAt, createdAt });
  await ctx.db.insert(reservations).values([hold(0, null), ...Array.from({ length: 600 }, (_, n) => hold(n + 1, createdAt))]);
  await ctx.db.update(stockLevels).set({ reserved: 601 }).where(eq(stockLevels.variantId, variantId));
  const statements = await used.countQueries(async () => expect(await releaseExpiredHolds(ctx)).toBe(600));
  expect(statements).toBe(6);
  expect(await used.countQueries(() => releaseExpiredHolds(ctx))).toBe(1);
  expect((await ctx.db.select().from(stockLevels).where(eq(stockLevels.variantId, variantId)))[0]).toMatchObject({ reserved: 1 });
  await expectPromises(ctx);
});
