import { setTimeout as pause } from "node:timers/promises";
import { isBusy } from "../errors.ts";

const longestPauseMs = 25;

/**
 * Repeats what another process's lock refused. The pauses are asynchronous, so that the event loop
 * goes on, and jittered, so that two processes don't keep missing each other's gaps.
 */
export async function retryBusy<T>(attempt: () => T, waitSeconds: number): Promise<T> {
  let pauseMs = 1;
  let deadline: number | null = null;
  for (;;) {
    try {
      return attempt();
    } catch (error) {
      if (!isBusy(error)) throw error;
      const now = performance.now();
      deadline ??= now + waitSeconds * 1000;
      if (now >= deadline) {
        throw new Error(`Another process has kept the database file locked for ${waitSeconds} seconds`, { cause: error });
      }
    }
    await pause(pauseMs * (0.5 + Math.random()));
    pauseMs = Math.min(pauseMs * 2, longestPauseMs);
  }
}
