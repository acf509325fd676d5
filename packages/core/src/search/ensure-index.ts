import type { Context } from "../kernel/index.ts";
import { catalogSource } from "./build-documents.ts";
import type { SearchEngine } from "./engine.ts";
import { beginRebuild } from "./rebuild-search.ts";

/**
 * At the start of a server: an index that was never filled, or by another version of the shop, is made in the background.
 * Returns the engines it was begun for. Errors: those of an engine, after the others had their turn.
 */
export async function ensureSearchIndex(ctx: Context): Promise<string[]> {
  const { main, fallback } = ctx.ports.search;
  const begun: string[] = [];
  const failures: unknown[] = [];
  for (const engine of fallback ? [main, fallback] : [main]) {
    try {
      if (await ensureIndex(ctx, engine)) begun.push(engine.name);
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
  return begun;
}

async function ensureIndex(ctx: Context, engine: SearchEngine): Promise<boolean> {
  const { state, isOutdated, rebuild } = await engine.status(ctx);
  const isWanted = state !== "unreachable" && (isOutdated || rebuild !== null);
  if (!isWanted || (rebuild === null && (await catalogSource.count(ctx)) === 0)) return false;
  await beginRebuild(ctx, engine, { isFresh: false });
  return true;
}
