import { inTransaction } from "@cartwright/db";
import { emitEvents, recordAudit, requirePermission, type Context } from "../kernel/index.ts";
import { catalogSource } from "./build-documents.ts";
import type { SearchEngine } from "./engine.ts";
import type { RebuildSearchInput } from "./schemas.ts";
import type { RebuildView } from "./views.ts";

/**
 * Has the main engine's index made anew, beside the one that answers until it is full. It goes on in the background, over
 * the death of servers too: `getSearchStatus` says how far it is. Errors: `access.*`.
 */
export async function rebuildSearch(ctx: Context, { isFresh }: RebuildSearchInput): Promise<RebuildView> {
  requirePermission(ctx, "search.write");
  const { main } = ctx.ports.search;
  await recordAudit(ctx, { action: "search.rebuild", subject: main.name, after: { isFresh } });
  await beginRebuild(ctx, main, { isFresh });
  const { rebuild, documents } = await main.status(ctx);
  return { engine: main.name, ...(rebuild ?? { isDone: true, built: documents, wanted: documents }) };
}

/** Begins, and leaves the rest to whoever handles `search.rebuild_begun`. */
export async function beginRebuild(ctx: Context, engine: SearchEngine, options: { isFresh: boolean }): Promise<void> {
  await engine.startRebuild(ctx, catalogSource, options);
  await inTransaction(ctx, (ctx) => emitEvents(ctx, [rebuildEvent(engine.name)]));
}

/** Events of one engine are handled one after the other, so a rebuild has one worker at a time. */
export function rebuildEvent(engine: string) {
  return { type: "search.rebuild_begun", subject: `search:${engine}`, payload: { engine } };
}
