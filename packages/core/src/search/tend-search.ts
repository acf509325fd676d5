import type { Context } from "../kernel/index.ts";
import { catalogSource } from "./build-documents.ts";
import { beginRebuild } from "./rebuild-search.ts";

/**
 * Every few seconds: engines outside of the database are brought what they could not be told of, and get an index where
 * they lost theirs. Returns how many products were caught up with, and the engines a rebuild was begun for.
 */
export async function tendSearch(ctx: Context): Promise<{ caughtUp: number; begun: string[] }> {
  const { main, fallback } = ctx.ports.search;
  const tended = { caughtUp: 0, begun: [] as string[] };
  for (const engine of fallback ? [main, fallback] : [main]) {
    if (!engine.tend) continue;
    const { caughtUp, isRebuildWanted } = await engine.tend(ctx, catalogSource);
    tended.caughtUp += caughtUp;
    if (!isRebuildWanted) continue;
    await beginRebuild(ctx, engine, { isFresh: false });
    tended.begun.push(engine.name);
  }
  return tended;
}
