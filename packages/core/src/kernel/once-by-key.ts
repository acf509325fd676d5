import { inTransaction, isInTransaction } from "@cartwright/db";
import { setTimeout as pause } from "node:timers/promises";
import type { Context } from "./context.ts";
import { DomainError } from "./errors.ts";
import { answerKey, claimKey, keepRefusal, type Claim, type Ended, type KeyedCall } from "./idempotency.ts";

/** A key that the input brings wins over the one that came beside it. */
export type OnceCall = Omit<KeyedCall, "key"> & { key?: string | undefined };

/**
 * Runs a verb that lives in one transaction at most once a key: a repeat gets the first answer back, be it a refusal.
 * Without a key it just runs. A twin waits for the first up to 5 seconds.
 * Errors: `idempotency.key_reused`, `idempotency.running`, and whatever the verb throws.
 */
export async function onceByKey<T>(ctx: Context, call: OnceCall, verb: (ctx: Context) => Promise<T>): Promise<T> {
  const key = call.key ?? ctx.idempotencyKey;
  // What the verb calls in its turn is not what the key was made for.
  const inner: Context = { ...ctx, idempotencyKey: null };
  if (key === undefined || key === null) return inTransaction(inner, verb);
  const keyed: KeyedCall = { ...call, key };
  for (const pauseMilliseconds of [...twinPauses, null]) {
    const ended = await attempt(inner, keyed, verb);
    if (ended.kind === "done") return ended.result;
    if (ended.kind === "refused") throw ended.error;
    // What the first call stored is what the verb gave it.
    if (ended.kind === "answered") return read(ended.answer) as T;
    // In somebody's transaction the twin may be waiting for us.
    if (pauseMilliseconds === null || isInTransaction()) break;
    await pause(pauseMilliseconds);
  }
  throw new DomainError("conflict", "idempotency.running", "This is still being done. Ask again in a moment with the same key.");
}

/** Milliseconds between looks at a twin: about 5 seconds in all. */
const twinPauses = [20, 40, 80, ...Array.from({ length: 32 }, () => 150)];

type Attempt<T> = { kind: "done"; result: T } | { kind: "running" } | Ended;

async function attempt<T>(ctx: Context, call: KeyedCall, verb: (ctx: Context) => Promise<T>): Promise<Attempt<T>> {
  try {
    return await inTransaction(ctx, async (ctx): Promise<Attempt<T>> => {
      const claim = await claimKey(ctx, call, null);
      if (claim.kind !== "new") return claim;
      const result = await verb(ctx);
      await answerKey(ctx, call, write(result));
      return { kind: "done", result };
    });
  } catch (error) {
    const claim: Claim = await keepRefusal(ctx, call, error);
    if (claim.kind === "new") throw error;
    return claim;
  }
}

/** JSON knows no `undefined`, which is the answer of a verb that says nothing. */
function write(result: unknown): string {
  return result === undefined ? "" : JSON.stringify(result);
}

function read(answer: string): unknown {
  return answer === "" ? undefined : JSON.parse(answer);
}
