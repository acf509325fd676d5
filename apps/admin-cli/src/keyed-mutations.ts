import { retryLink, TRPCClientError, type TRPCLink } from "@trpc/client";
import { observable } from "@trpc/server/observable";
import type { AppRouter } from "@cartwright/server/router";
import { randomUUID } from "node:crypto";
import type { Connection } from "./client.ts";
import { CliError, exitCodes, isRecord, networkErrorIn } from "./errors.ts";
import { briefWaitsMs, passingTrouble } from "./retry.ts";

/** What a command may say of one mutation, as its `context`. */
export interface KeyedContext {
  idempotencyKey?: string;
  /** The command repeats it by itself. */
  isRepeatedByCaller?: boolean;
}

/**
 * Gives every mutation an idempotency key and sends it again under the same one after a network failure, so that it
 * has one effect however often it is sent. What stays unclear ends in a line that says how to repeat it.
 */
export function keyedMutations(connection: Connection): TRPCLink<AppRouter>[] {
  return [
    keyLink(connection),
    retryLink<AppRouter>({
      retry: ({ op, error, attempts }) => {
        const isRepeatedHere = op.type === "mutation" && contextOf(op).isRepeatedByCaller !== true;
        return isRepeatedHere && attempts <= briefWaitsMs.length && !connection.signal.aborted && passingTrouble(error, false) !== null;
      },
      retryDelayMs: (attempts) => briefWaitsMs[attempts - 1] ?? 0,
    }),
  ];
}

/** The header that goes with a mutation. */
export function keyHeader(op: { type: string; context: unknown }): Record<string, string> {
  const { idempotencyKey } = contextOf(op);
  return op.type === "mutation" && idempotencyKey ? { "idempotency-key": idempotencyKey } : {};
}

function keyLink(connection: Connection): TRPCLink<AppRouter> {
  let count = 0;
  /** A command that sends several mutations under one given key numbers them from the second on. */
  const givenKey = () => {
    count += 1;
    return count === 1 ? connection.idempotencyKey : connection.idempotencyKey && `${connection.idempotencyKey}.${count}`;
  };
  return () =>
    ({ op, next }) => {
      if (op.type !== "mutation") return next(op);
      const idempotencyKey = contextOf(op).idempotencyKey ?? keyIn(op.input) ?? givenKey() ?? randomUUID();
      const keyed = { ...op, context: { ...op.context, idempotencyKey } };
      // A sign-in is not repeated by key, and who repeats by himself wants to know what happened.
      const isExplained = !op.path.startsWith("accounts.") && contextOf(op).isRepeatedByCaller !== true;
      return observable((observer) =>
        next(keyed).subscribe({
          next: (value) => observer.next(value),
          complete: () => observer.complete(),
          error: (error) => observer.error(isExplained ? explainUnclear(error, idempotencyKey) : error),
        }),
      );
    };
}

/** Nobody knows whether it was done: the key is what makes repeating it safe. */
function explainUnclear(error: TRPCClientError<AppRouter>, key: string): TRPCClientError<AppRouter> {
  const network = networkErrorIn(error);
  if (!network || network.wasRefused) return error;
  const hint = `It may have been done: repeat the command with --idempotency-key ${key}, and it has no second effect.`;
  return TRPCClientError.from(new CliError(`${network.message} ${hint}`, exitCodes.failed, { cause: error }));
}

function contextOf({ context }: { context: unknown }): KeyedContext {
  return isRecord(context) ? context : {};
}

/** Some input brings its own. */
function keyIn(input: unknown): string | undefined {
  return isRecord(input) && typeof input["idempotencyKey"] === "string" ? input["idempotencyKey"] : undefined;
}
