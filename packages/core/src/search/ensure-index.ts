import type { Context } from "../kernel/index.ts";
import { catalogSource } from "./build-documents.ts";
import { beginRebuild } from "./rebuild-search.ts";

/** At the start of a server: an index that was never filled, or by another version of the shop, is made in the background. Returns the engines it was begun for. */
export async function ensureSearchIndex(ctx: Context): Promise<string[]> {
  const { main, fallback } = ctx.ports.search;
  const begun: string[] = [];
  for (const engine of fallback ? [main, fallback] : [main]) {
    const { state, isOutdated, rebuild } = await engine.status(ctx);
    const isWanted = state !== "unreachable" && (isOutdated || rebuild !== null);
    if (!isWanted || (rebuild === null && (await catalogSource.count(ctx)) === 0)) continue;
    await beginRebuild(ctx, engine, { isFresh: false });
    begun.push(engine.name);
  }
  return begun;
}
