import { requireNoTransaction, type Context, type DomainError } from "@cartwright/core/kernel";
import { clearPending, listPending, loadOutsideIndex, notePending, saveOutsideIndex, type DocumentSource, type OutsideIndexState, type OutsideRebuild, type RebuildProgress } from "@cartwright/core/search";
import { MeilisearchTaskTimeOutError } from "meilisearch";
import { isEngineError } from "./explain-error.ts";
import type { Link } from "./link.ts";
import { createIndex, hasIndex, removeIndex, requireVersion } from "./prepare-index.ts";
import { settingsVersion } from "./settings.ts";
import { swapIndexes, wasSwapped } from "./swap-indexes.ts";
import { nextOf } from "./sync.ts";
import { batchSize, bringUp, sendDocuments } from "./write-documents.ts";

/** How long one call sends, and how much at most, before it waits for Meilisearch to take it in. */
const partMilliseconds = 4_000;
const batchesAPart = 10;
const mostLeft = 10_000;

/** Begins a new index beside the one that answers, or goes on with what was begun. Errors: `search.engine_unavailable`. */
export async function startRebuild(ctx: Context, link: Link, source: DocumentSource, { isFresh }: { isFresh: boolean }): Promise<void> {
  requireNoTransaction("rebuilding the index of Meilisearch");
  const { index } = link.options;
  const next = nextOf(index);
  const { rebuild } = await loadOutsideIndex(ctx, index);
  const isBegun = rebuild?.settingsVersion === settingsVersion && !isFresh;
  if (isBegun && ((await hasIndex(link, next)) || (await wasSwapped(link, rebuild)))) {
    await saveOutsideIndex(ctx, index, { rebuild: { ...rebuild, isPaused: false } });
    return;
  }
  await requireVersion(link);
  const startedAt = await createAnew(link, next);
  if (startedAt === null) return;
  await clearPending(ctx, next, { readAt: ctx.clock.now() });
  const begun: OutsideRebuild = { settingsVersion, startedAt, isPaused: false, cursor: null, built: 0, wanted: await source.count(ctx), sent: null };
  await saveOutsideIndex(ctx, index, { rebuild: begun, lastError: null });
}

/** Null when another server was faster: it goes on with it. */
async function createAnew(link: Link, next: string): Promise<string | null> {
  try {
    await removeIndex(link, next);
    return await createIndex(link, next);
  } catch (error) {
    if (isEngineError(error) && error.details["taskError"] === "index_already_exists") return null;
    throw error;
  }
}

/**
 * Sends a part, or waits for one that was sent; the last one puts the new index in the place of the old one. Errors:
 * `search.engine_unavailable`; the next call goes on from there.
 */
export async function continueRebuild(ctx: Context, link: Link, source: DocumentSource): Promise<RebuildProgress> {
  requireNoTransaction("rebuilding the index of Meilisearch");
  try {
    return await continuePart(ctx, link, source);
  } catch (error) {
    if (!isEngineError(error)) throw error;
    return await stopped(ctx, link, error);
  }
}

/**
 * What Meilisearch could not do is tried again, and told to staff. When it is out of reach, the rebuild rests until it is
 * looked after (`tendIndex`); when it is only slow, the next call goes on waiting.
 */
async function stopped(ctx: Context, link: Link, error: DomainError): Promise<RebuildProgress> {
  const { index } = link.options;
  const { rebuild } = await saveOutsideIndex(ctx, index, { lastError: error.message });
  if (!rebuild || error.details["isTaskFailed"] === true) throw error;
  const progress = { isDone: false, built: rebuild.built, wanted: rebuild.wanted };
  if (error.cause instanceof MeilisearchTaskTimeOutError) return progress;
  await saveOutsideIndex(ctx, index, { rebuild: { ...rebuild, isPaused: true } });
  return { ...progress, isPaused: true };
}

async function continuePart(ctx: Context, link: Link, source: DocumentSource): Promise<RebuildProgress> {
  const { index } = link.options;
  const { rebuild } = await loadOutsideIndex(ctx, index);
  if (!rebuild) return noneLeft(await source.count(ctx));
  if (rebuild.sent) return takenIn(ctx, link, rebuild, rebuild.sent);
  if (!(await hasIndex(link, nextOf(index))) && !(await wasSwapped(link, rebuild))) {
    // Somebody has removed what was begun.
    await startRebuild(ctx, link, source, { isFresh: true });
    return { isDone: false, built: 0, wanted: rebuild.wanted };
  }
  const part = await sendPart(ctx, link, source, rebuild);
  if (part) {
    await saveOutsideIndex(ctx, index, { rebuild: { ...rebuild, sent: part } });
    return takenIn(ctx, link, rebuild, part);
  }
  const isDone = await finish(ctx, link, source, rebuild);
  return { isDone, built: rebuild.built, wanted: rebuild.built };
}

const noneLeft = (built: number): RebuildProgress => ({ isDone: true, built, wanted: built });

type Part = NonNullable<OutsideRebuild["sent"]>;

/** Null when nothing is left to send. */
async function sendPart(ctx: Context, link: Link, source: DocumentSource, { cursor, built }: OutsideRebuild): Promise<Part | null> {
  const until = performance.now() + partMilliseconds;
  const part: Part = { tasks: [], cursor: cursor ?? "", built };
  for (let batches = 0; batches < batchesAPart && performance.now() < until; batches += 1) {
    const ids = await source.idsAfter(ctx, part.cursor || null, batchSize);
    const last = ids.at(-1);
    if (last === undefined) break;
    part.tasks.push(...(await sendDocuments(link, nextOf(link.options.index), await source.load(ctx, ids))));
    part.cursor = last;
    part.built += ids.length;
  }
  return part.built === built ? null : part;
}

/** Waits for what was sent. Should that fail, it is sent again. */
async function takenIn(ctx: Context, link: Link, rebuild: OutsideRebuild, { tasks, cursor, built }: Part): Promise<RebuildProgress> {
  const { index } = link.options;
  const wanted = Math.max(rebuild.wanted, built);
  try {
    await link.finish(tasks);
  } catch (error) {
    if (isEngineError(error) && error.details["isTaskFailed"] === true) await saveOutsideIndex(ctx, index, { rebuild: { ...rebuild, sent: null } });
    throw error;
  }
  await saveOutsideIndex(ctx, index, { rebuild: { ...rebuild, sent: null, cursor, built, wanted } });
  return { isDone: false, built, wanted };
}

/** What changed meanwhile is brought up first, so that the new index is as good as the old one when it takes its place. False when there is more of it. */
async function finish(ctx: Context, link: Link, source: DocumentSource, rebuild: OutsideRebuild): Promise<boolean> {
  const { index } = link.options;
  const next = nextOf(index);
  const isSwapped = await wasSwapped(link, rebuild);
  if (!isSwapped) {
    if (!(await bringUpChanged(ctx, link, source, next))) return false;
    await swapIndexes(link);
  }
  const { generation } = await loadOutsideIndex(ctx, index);
  const state: Partial<OutsideIndexState> = { generation: generation + 1, settingsVersion, rebuild: null, updatedAt: ctx.clock.now().toISOString(), lastError: null };
  await saveOutsideIndex(ctx, index, state);
  // What changed between the last look and the swap was written to the old index: what is not brought up now waits to be.
  if (!(await bringUpChanged(ctx, link, source, index))) await notePending(ctx, index, await listPending(ctx, next, mostLeft));
  await clearPending(ctx, next, { readAt: ctx.clock.now() });
  await removeIndex(link, next);
  return true;
}

/** A bounded part of it. True when nothing is left. */
async function bringUpChanged(ctx: Context, link: Link, source: DocumentSource, target: string): Promise<boolean> {
  const next = nextOf(link.options.index);
  const until = performance.now() + partMilliseconds;
  while (performance.now() < until) {
    const readAt = ctx.clock.now();
    const ids = await listPending(ctx, next, batchSize);
    if (ids.length === 0) return true;
    await bringUp(ctx, { link, index: target, source }, ids);
    await clearPending(ctx, next, { productIds: ids, readAt });
  }
  return false;
}
