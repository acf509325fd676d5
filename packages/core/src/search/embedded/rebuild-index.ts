import { fullText, inTransaction, searchDocuments, searchIndexes, searchTerms, type Slot } from "@cartwright/db";
import { eq, inArray } from "drizzle-orm";
import { setImmediate as breathe } from "node:timers/promises";
import { requireNoTransaction, type Context } from "../../kernel/index.ts";
import type { DocumentSource, RebuildProgress } from "../engine.ts";
import { settingsVersion } from "./index-entry.ts";
import { forgetIndexes, loadIndexes, type IndexRow } from "./index-state.ts";
import { batchSize, lockIndexes } from "./sync-index.ts";
import { batchOf, writeSlot } from "./write-slot.ts";

const clearedAtOnce = 5_000;
/** How long one call works on a rebuild. */
const partMilliseconds = 5_000;

/** Begins to fill the other slot, or goes on with what was begun. */
export async function startRebuild(ctx: Context, source: DocumentSource, { isFresh }: { isFresh: boolean }): Promise<void> {
  requireNoTransaction("rebuilding the search index");
  const { other } = await loadIndexes(ctx);
  if (other.status === "building" && other.settingsVersion === settingsVersion && !isFresh) return;
  await inTransaction(ctx, async (ctx) => {
    const { other } = await lockIndexes(ctx);
    await setIndex(ctx, other.slot, { status: "empty" });
  });
  await clearEmptySlot(ctx);
  const wantedCount = await source.count(ctx);
  await inTransaction(ctx, async (ctx) => {
    const { other } = await lockIndexes(ctx);
    // Another server may have begun meanwhile: its work is as good.
    if (other.status !== "empty") return;
    const now = ctx.clock.now();
    const begun = { status: "building" as const, settingsVersion, changes: 0, nextDoc: 1, cursor: null, builtCount: 0, wantedCount, lastError: null };
    await setIndex(ctx, other.slot, { ...begun, startedAt: now, finishedAt: null, updatedAt: now });
  });
  forgetIndexes(ctx);
}

/** Fills for some seconds, several servers may do so at once. The last part puts the new index in the place of the old one. */
export async function continueRebuild(ctx: Context, source: DocumentSource): Promise<RebuildProgress> {
  requireNoTransaction("rebuilding the search index");
  const until = performance.now() + partMilliseconds;
  for (;;) {
    const step = await inTransaction(ctx, (ctx) => fillStep(ctx, source));
    forgetIndexes(ctx);
    if (step.isDone || performance.now() > until) return step;
    await breathe();
  }
}

async function fillStep(ctx: Context, source: DocumentSource): Promise<RebuildProgress> {
  const { active, other } = await lockIndexes(ctx);
  if (other.status !== "building") return { isDone: true, built: active.builtCount, wanted: active.wantedCount };
  const ids = await source.idsAfter(ctx, other.cursor, batchSize);
  const built = other.builtCount + ids.length;
  const wanted = Math.max(other.wantedCount, built);
  const cursor = ids.at(-1);
  if (cursor !== undefined) {
    await writeSlot(ctx, other, batchOf(ids, await source.load(ctx, ids)));
    await setIndex(ctx, other.slot, { cursor, builtCount: built, updatedAt: ctx.clock.now() });
    return { isDone: false, built, wanted };
  }
  if (await fullText.tidy(ctx.db, other.slot)) return { isDone: false, built, wanted };
  await swap(ctx, active, other);
  return { isDone: true, built, wanted: built };
}

/** From here on the new index answers. The old one keeps its documents for a while, for searches that have just begun. */
async function swap(ctx: Context, active: IndexRow, other: IndexRow): Promise<void> {
  const now = ctx.clock.now();
  await setIndex(ctx, active.slot, { status: "empty", finishedAt: now });
  await setIndex(ctx, other.slot, { status: "active", generation: active.generation + 1, wantedCount: other.builtCount, finishedAt: now, updatedAt: now });
}

/** How long after a swap the old index is still there. */
const keptMilliseconds = 30_000;

/** Throws away an index that was replaced a while ago. Returns whether there was one. */
export async function clearReplacedIndex(ctx: Context): Promise<boolean> {
  const { other } = await loadIndexes(ctx);
  const isDue = other.finishedAt !== null && other.finishedAt.getTime() + keptMilliseconds <= ctx.clock.now().getTime();
  if (other.status !== "empty" || !isDue) return false;
  await clearEmptySlot(ctx);
  await ctx.db.update(searchIndexes).set({ finishedAt: null }).where(eq(searchIndexes.slot, other.slot));
  return true;
}

/** A bounded number of rows a transaction, so that nobody waits for it long. */
async function clearEmptySlot(ctx: Context): Promise<void> {
  for (let isDone = false; !isDone; ) {
    isDone = await inTransaction(ctx, async (ctx) => {
      const { other } = await lockIndexes(ctx);
      return other.status !== "empty" || (await clearSome(ctx, other.slot));
    });
    await breathe();
  }
}

/** True when nothing is left. */
async function clearSome({ db }: Context, slot: Slot): Promise<boolean> {
  await fullText.clear(db, slot);
  const docs = db.select({ doc: searchDocuments.doc }).from(searchDocuments).where(eq(searchDocuments.slot, slot)).limit(clearedAtOnce);
  const documents = await db.delete(searchDocuments).where(inArray(searchDocuments.doc, docs)).returning({ doc: searchDocuments.doc });
  if (documents.length === clearedAtOnce) return false;
  await db.delete(searchTerms).where(eq(searchTerms.slot, slot));
  return true;
}

async function setIndex({ db }: Context, slot: Slot, set: Partial<typeof searchIndexes.$inferInsert>): Promise<void> {
  await db.update(searchIndexes).set(set).where(eq(searchIndexes.slot, slot));
}
