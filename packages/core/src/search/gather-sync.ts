import { setTimeout as pause } from "node:timers/promises";
import type { Context } from "../kernel/index.ts";
import { catalogSource } from "./build-documents.ts";
import type { SearchEngine } from "./engine.ts";

const gatherMilliseconds = 5;

interface Gathered {
  ids: Set<string>;
  done: Promise<void>;
}

const gathering = new WeakMap<Context["db"], Map<string, Gathered>>();

/** Events that are handled at the same time are written in one batch. Each waits for all of it. */
export async function gatherSync(ctx: Context, engine: SearchEngine, productIds: readonly string[]): Promise<void> {
  const byEngine = gathering.get(ctx.db) ?? new Map<string, Gathered>();
  gathering.set(ctx.db, byEngine);
  let gathered = byEngine.get(engine.name);
  if (!gathered) {
    const ids = new Set<string>();
    gathered = { ids, done: writeSoon(ctx, engine, ids, () => byEngine.delete(engine.name)) };
    byEngine.set(engine.name, gathered);
  }
  for (const id of productIds) gathered.ids.add(id);
  await gathered.done;
}

async function writeSoon(ctx: Context, engine: SearchEngine, ids: ReadonlySet<string>, close: () => void): Promise<void> {
  await pause(gatherMilliseconds);
  // From here on newcomers make a batch of their own: these products are about to be read.
  close();
  await engine.sync(ctx, [...ids], catalogSource);
}
