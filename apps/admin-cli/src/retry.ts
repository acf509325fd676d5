import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { isBusy, isStillRunning, networkErrorIn } from "./errors.ts";

export interface Patience {
  /** Waits before each new try; as many tries as waits, and the first. */
  waitsMs: readonly number[];
  /** Whether to go on when nobody listens: yes for long work that may see a restart. */
  isRefusalRetried: boolean;
  signal: AbortSignal;
  onRetry?: (line: string) => void;
}

/** How long a mutation is tried again after the network failed. */
export const briefWaitsMs = [200, 1_000, 3_000];

/** Calls again after a network failure; any answer of the server ends it. Only for what may be repeated. */
export async function retrying<T>(call: () => Promise<T>, patience: Patience): Promise<T> {
  for (const waitMs of patience.waitsMs) {
    try {
      return await call();
    } catch (error) {
      const passing = passingTrouble(error, patience.isRefusalRetried);
      if (passing === null || patience.signal.aborted) throw error;
      patience.onRetry?.(`${passing} Trying again.`);
      await wait(waitMs, undefined, { signal: patience.signal }).catch(() => undefined);
    }
  }
  return call();
}

/** What is worth another try, in a line; null for what would end the same way. */
export function passingTrouble(error: unknown, isRefusalRetried: boolean): string | null {
  const network = networkErrorIn(error);
  if (network) return network.wasRefused && !isRefusalRetried ? null : network.message;
  if (isStillRunning(error)) return "The first call is still running.";
  return isBusy(error) ? "The server is busy." : null;
}

/** A mutation whose input has the key that was typed, or a new one. It is repeated by the client (see keyed-mutations.ts). */
export function onceByKey<T>(_signal: AbortSignal, givenKey: string | undefined, call: (key: string) => Promise<T>): Promise<T> {
  return call(givenKey ?? randomUUID());
}
