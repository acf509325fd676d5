import { dialect, searchDocuments } from "@cartwright/db";
import { and, asc, eq, gt } from "drizzle-orm";
import type { Context } from "../../kernel/index.ts";
import type { IndexedProduct, SearchEngine } from "../engine.ts";
import { loadIndexes } from "./index-state.ts";
import { indexStatus } from "./index-status.ts";
import { continueRebuild, startRebuild } from "./rebuild-index.ts";
import { searchIndex } from "./search-index.ts";
import { suggestIndex } from "./suggest-index.ts";
import { syncIndex } from "./sync-index.ts";

/** The engine in the shop's own database, which needs nothing but it. */
export const embeddedEngine: SearchEngine = {
  name: dialect,
  search: searchIndex,
  suggest: suggestIndex,
  sync: syncIndex,
  startRebuild,
  continueRebuild,
  walk: walkIndex,
  status: indexStatus,
};

async function walkIndex(ctx: Context, { after, limit }: { after: string | null; limit: number }): Promise<IndexedProduct[]> {
  const { active } = await loadIndexes(ctx);
  const { productId, hash, slot } = searchDocuments;
  return ctx.db
    .select({ productId, hash })
    .from(searchDocuments)
    .where(and(eq(slot, active.slot), after === null ? undefined : gt(productId, after)))
    .orderBy(asc(productId))
    .limit(limit);
}
