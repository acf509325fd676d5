import { requireNoTransaction, type Context } from "@cartwright/core/kernel";
import { clearPending, listPending, loadOutsideIndex, notePending, saveOutsideIndex, type DocumentSource } from "@cartwright/core/search";
import { isEngineError } from "./explain-error.ts";
import type { Link } from "./link.ts";
import { batchSize, bringUp } from "./write-documents.ts";

/** The name under which what a rebuild has to read again is noted. */
export const nextOf = (index: string) => `${index}_next`;

/**
 * Brings products into the index that answers, and has a rebuild look at them again. What can't be written is noted and
 * caught up with: the outbox does not wait for a server that is gone. Outside of transactions.
 */
export async function syncProducts(ctx: Context, link: Link, productIds: readonly string[], source: DocumentSource): Promise<void> {
  requireNoTransaction("writing to Meilisearch");
  const { index } = link.options;
  const ids = [...new Set(productIds)];
  const { generation, rebuild } = await loadOutsideIndex(ctx, index);
  if (rebuild) await notePending(ctx, nextOf(index), ids);
  // An index that does not answer yet is filled from the database.
  if (generation === 0) return;
  let written = 0;
  try {
    for (; written < ids.length; written += batchSize) await writeBatch(ctx, link, ids.slice(written, written + batchSize), source);
    if (ids.length > 0) await saveOutsideIndex(ctx, index, { updatedAt: ctx.clock.now().toISOString(), lastError: null });
  } catch (error) {
    if (!isEngineError(error)) throw error;
    await notePending(ctx, index, ids.slice(written));
    await saveOutsideIndex(ctx, index, { lastError: error.message });
  }
}

/** Writes what could not be written when it changed, a bounded part of it. Returns how many products. Errors: `search.engine_unavailable`. */
export async function catchUp(ctx: Context, link: Link, source: DocumentSource): Promise<number> {
  const { index } = link.options;
  let caughtUp = 0;
  for (let batches = 0; batches < mostBatches; batches += 1) {
    const ids = await listPending(ctx, index, batchSize);
    if (ids.length === 0) break;
    await writeBatch(ctx, link, ids, source);
    caughtUp += ids.length;
  }
  if (caughtUp > 0) await saveOutsideIndex(ctx, index, { updatedAt: ctx.clock.now().toISOString(), lastError: null });
  return caughtUp;
}

const mostBatches = 10;

async function writeBatch(ctx: Context, link: Link, productIds: readonly string[], source: DocumentSource): Promise<void> {
  const { index } = link.options;
  const readAt = ctx.clock.now();
  await bringUp(ctx, { link, index, source }, productIds);
  await clearPending(ctx, index, { productIds, readAt });
}
