import { resumePlacements } from "@cartwright/core/checkout";
import { releaseExpiredHolds } from "@cartwright/core/inventory";
import { settleRefunds } from "@cartwright/core/payments";
import { setTimeout as pause } from "node:timers/promises";
import { systemContext, type ServerParts } from "./context.ts";

const pauseMilliseconds = 10_000;

/** Finishes or undoes what stopped halfway, every few seconds and once at the start. Returns how to stop it. */
export function startSweeper(parts: ServerParts): () => Promise<void> {
  const stopping = new AbortController();
  const running = sweepUntil(parts, stopping.signal);
  return async () => {
    stopping.abort();
    await running;
  };
}

async function sweepUntil(parts: ServerParts, stopping: AbortSignal): Promise<void> {
  while (!stopping.aborted) {
    try {
      await sweep(parts);
    } catch (error) {
      parts.logger.error({ err: error, requestId: "sweeper" }, "a sweep failed");
    }
    // Being stopped is the one way this pause fails.
    await pause(pauseMilliseconds, undefined, { signal: stopping }).catch(() => {});
  }
}

async function sweep(parts: ServerParts): Promise<void> {
  const ctx = await systemContext(parts, "sweeper");
  const placements = await resumePlacements(ctx);
  const refunds = await settleRefunds(ctx);
  const holds = await releaseExpiredHolds(ctx);
  if (placements.settled + refunds.settled + holds > 0) parts.logger.warn({ requestId: "sweeper", placements, refunds, holds }, "finished what had stopped");
}
