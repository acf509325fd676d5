import { outboxEvents } from "@cartwright/db";
import { and, inArray, sql } from "drizzle-orm";
import { requirePermission, type Context } from "../kernel/index.ts";
import { catalogSource } from "./build-documents.ts";
import type { EngineStatus, SearchEngine } from "./engine.ts";
import { followedEvents } from "./keep-in-step.ts";
import type { SearchEngineStatusView, SearchStatusView } from "./views.ts";

/** What the engines hold, how far they are behind, and what a rebuild has done so far. Errors: `access.*`. */
export async function getSearchStatus(ctx: Context): Promise<SearchStatusView> {
  requirePermission(ctx, "search.read");
  const { main, fallback } = ctx.ports.search;
  const engines = [await engineView(ctx, main, "main"), ...(fallback ? [await engineView(ctx, fallback, "fallback")] : [])];
  return { engines, products: await catalogSource.count(ctx), lag: await lagOf(ctx) };
}

async function engineView(ctx: Context, engine: SearchEngine, role: "main" | "fallback"): Promise<SearchEngineStatusView> {
  const { updatedAt, breaker = null, pending = 0, ...status } = await engine.status(ctx).catch(unreachable);
  return { name: engine.name, role, ...status, updatedAt: updatedAt?.toISOString() ?? null, breaker, pending };
}

/** An engine that can't even say how it is. */
function unreachable(error: unknown): EngineStatus {
  const lastError = error instanceof Error ? error.message : String(error);
  return { state: "unreachable", documents: 0, generation: 0, isOutdated: false, rebuild: null, sizeBytes: null, updatedAt: null, lastError };
}

async function lagOf(ctx: Context): Promise<SearchStatusView["lag"]> {
  const { type, status, createdAt } = outboxEvents;
  const isOpen = and(sql`${status} in ('waiting', 'dead')`, inArray(type, [...followedEvents]));
  const rows = await ctx.db.select({ status, createdAt }).from(outboxEvents).where(isOpen).orderBy(outboxEvents.seq).limit(10_000);
  const [oldest] = rows.filter((row) => row.status === "waiting");
  return {
    waiting: rows.filter((row) => row.status === "waiting").length,
    dead: rows.filter((row) => row.status === "dead").length,
    oldestSeconds: oldest ? Math.max(0, Math.round((ctx.clock.now().getTime() - oldest.createdAt.getTime()) / 1_000)) : null,
  };
}
