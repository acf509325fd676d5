import { writeSearchLog } from "@cartwright/core/search";
import { setTimeout as pause } from "node:timers/promises";
import { systemContext, type ServerParts } from "./context.ts";

const usualPauseMilliseconds = 2_000;

/** Writes down every few seconds which searches were made on this server. Returns how to stop it: what is left is written first. */
export function startSearchNews(parts: ServerParts, options: { pauseMilliseconds?: number } = {}): () => Promise<void> {
  const stopping = new AbortController();
  const running = writeUntil(parts, stopping.signal, options.pauseMilliseconds ?? usualPauseMilliseconds);
  return async () => {
    stopping.abort();
    await running;
  };
}

async function writeUntil(parts: ServerParts, stopping: AbortSignal, pauseMilliseconds: number): Promise<void> {
  while (!stopping.aborted) {
    // Being stopped is the one way this pause fails.
    await pause(pauseMilliseconds, undefined, { signal: stopping }).catch(() => {});
    await write(parts);
  }
}

/** What can't be written is lost: it is only counting, and nobody waits for it. */
async function write(parts: ServerParts): Promise<void> {
  try {
    await writeSearchLog(await systemContext(parts, "search-news"));
  } catch (error) {
    parts.logger.error({ requestId: "search-news", err: error }, "searches could not be counted");
  }
}
