import { inTransaction, lockRow, searchIndexes } from "@cartwright/db";
import { asc } from "drizzle-orm";
import { setImmediate as breathe } from "node:timers/promises";
import { requireNoTransaction, type Context } from "../../kernel/index.ts";
import type { DocumentSource } from "../engine.ts";
import { forgetIndexes, pair, type IndexRow } from "./index-state.ts";
import { batchOf, writeSlot } from "./write-slot.ts";

/** So many products in one transaction: some 50 ms. */
export const batchSize = 200;

/**
 * Brings products to what the source says of them now, in the index that answers and in one that is being built. Whoever
 * writes locks the index first and reads the products afterwards, so that the last writer has read the latest.
 */
export async function syncIndex(ctx: Context, productIds: readonly string[], source: DocumentSource): Promise<void> {
  requireNoTransaction("writing to the search index");
  const ids = [...new Set(productIds)];
  for (let from = 0; from < ids.length; from += batchSize) {
    const some = ids.slice(from, from + batchSize);
    await inTransaction(ctx, async (ctx) => {
      const { active, other } = await lockIndexes(ctx);
      const batch = batchOf(some, await source.load(ctx, some));
      await writeSlot(ctx, active, batch);
      if (other.status === "building") await writeSlot(ctx, other, batch);
    });
    forgetIndexes(ctx);
    await breathe();
  }
}

/** Both slots, for whoever is going to write to either. One writer at a time. */
export async function lockIndexes({ db }: Context): Promise<{ active: IndexRow; other: IndexRow }> {
  return pair(await lockRow(db.select().from(searchIndexes).orderBy(asc(searchIndexes.slot))));
}
