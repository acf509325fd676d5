import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { CliError, exitCodes, isBusy, networkErrorIn } from "./errors.ts";

export interface Patience {
  /** Waits before each new try; as many tries as waits, and the first. */
  waitsMs: readonly number[];
  /** Whether to go on when nobody listens: yes for long work that may see a restart. */
  isRefusalRetried: boolean;
  signal: AbortSignal;
  onRetry?: (line: string) => void;
}

const briefWaitsMs = [200, 1_000, 3_000];

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
function passingTrouble(error: unknown, isRefusalRetried: boolean): string | null {
  const network = networkErrorIn(error);
  if (network) return network.wasRefused && !isRefusalRetried ? null : network.message;
  return isBusy(error) ? "The server is busy." : null;
}

/** A mutation under an idempotency key: one effect, however often it has to be sent. */
export async function onceByKey<T>(signal: AbortSignal, givenKey: string | undefined, call: (key: string) => Promise<T>): Promise<T> {
  const key = givenKey ?? randomUUID();
  try {
    return await retrying(() => call(key), { waitsMs: briefWaitsMs, isRefusalRetried: false, signal });
  } catch (error) {
    const network = networkErrorIn(error);
    if (!network || network.wasRefused) throw error;
    throw new CliError(
      `${network.message} It may have been done: repeat the command with --idempotency-key ${key}, and it has no second effect.`,
      exitCodes.failed,
      { cause: error },
    );
  }
}
