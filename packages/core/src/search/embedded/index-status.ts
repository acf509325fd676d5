import { fullText, searchDocuments } from "@cartwright/db";
import { count, eq } from "drizzle-orm";
import { Cached, type Context } from "../../kernel/index.ts";
import type { EngineStatus } from "../engine.ts";
import { settingsVersion } from "./index-entry.ts";
import { loadIndexes } from "./index-state.ts";

/** Measuring reads all of an index on SQLite: seldom in a large shop. */
const cachedSize = new Cached((ctx) => fullText.sizeBytes(ctx.db));

export async function indexStatus(ctx: Context): Promise<EngineStatus> {
  const { active, other } = await loadIndexes(ctx);
  const [row] = await ctx.db.select({ documents: count() }).from(searchDocuments).where(eq(searchDocuments.slot, active.slot));
  const documents = row?.documents ?? 0;
  const isBuilding = other.status === "building";
  return {
    state: documents > 0 ? "ready" : isBuilding ? "building" : "empty",
    documents,
    generation: active.generation,
    isOutdated: active.settingsVersion !== settingsVersion,
    rebuild: isBuilding ? { isDone: false, built: other.builtCount, wanted: other.wantedCount } : null,
    sizeBytes: await cachedSize.get(ctx),
    updatedAt: active.updatedAt,
    lastError: other.lastError ?? active.lastError,
  };
}
