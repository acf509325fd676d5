import { setTimeout as wait } from "node:timers/promises";

/** Waits, but not longer than until the signal. */
export async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  // Being ended is the one way this wait fails.
  await wait(milliseconds, undefined, { signal }).catch(() => {});
}
