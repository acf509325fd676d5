import { readError } from "./api-error.ts";
import { randomKey } from "./random-key.ts";
import type { AppRouter } from "@cartwright/server/router";
import { retryLink, type Operation, type TRPCLink } from "@trpc/client";

const pausesMilliseconds: readonly number[] = [400, 1_200, 3_000];

/**
 * Gives every change a key of its own and sends it again under the same one when there was no answer: it is done once,
 * however often it is sent. A change that somebody asks for anew is another one and gets another key.
 */
export function keyedMutations(pauses = pausesMilliseconds): TRPCLink<AppRouter>[] {
  return [
    () =>
      ({ op, next }) =>
        next(op.type === "mutation" ? { ...op, context: { ...op.context, idempotencyKey: randomKey() } } : op),
    retryLink<AppRouter>({
      retry: ({ op, error, attempts }) => op.type === "mutation" && attempts <= pauses.length && isPassing(error),
      retryDelayMs: (attempts) => pauses[attempts - 1] ?? 0,
    }),
  ];
}

/** The header that goes with a change. */
export function keyHeader({ context }: Pick<Operation, "context">): Record<string, string> {
  const key = context["idempotencyKey"];
  return typeof key === "string" ? { "idempotency-key": key } : {};
}

const awayStatuses: readonly number[] = [502, 503, 504];

/** Whether the same may end otherwise in a moment. A checkout says itself when and how to ask again. */
function isPassing(error: unknown): boolean {
  const { httpStatus, reason } = readError(error);
  if (httpStatus === 0 || reason === "idempotency.running") return true;
  return awayStatuses.includes(httpStatus) && !reason.startsWith("checkout.");
}
