import { DomainError } from "@cartwright/core/kernel";
import { accountReasons, secondFactorReasons } from "@cartwright/core/accounts/schemas";
import type { TRPCError } from "@trpc/server";
import type { ServerContext } from "../context.ts";
import type { Admitted } from "./rate-limits.ts";

interface Call {
  path: string;
  type: string;
  getRawInput: () => Promise<unknown>;
}

/** Counts a call where calls are counted. A refusal says in the answer when to ask again. Errors: `request.too_many` with `seconds`. */
export async function admit(ctx: ServerContext, { path, type, getRawInput }: Call): Promise<Admitted | null> {
  const { rateLimits } = ctx.parts;
  if (!rateLimits?.isLimited(path, type)) return null;
  try {
    return await rateLimits.admit(ctx, { path, type, input: await getRawInput() });
  } catch (error) {
    if (error instanceof DomainError) {
      ctx.retryAfter(Number(error.details["seconds"]));
      await rateLimits.hold();
    }
    throw error;
  }
}

const wrong: ReadonlySet<string> = new Set([
  accountReasons.wrongCredentials,
  accountReasons.wrongPassword,
  accountReasons.busy,
  secondFactorReasons.wrongCode,
  secondFactorReasons.challengeOver,
]);

/** Refused, but not for a wrong word: the password was right and a code is asked for, say. What was no input at all counts as wrong. */
export function isRightSoFar({ cause }: TRPCError): boolean {
  return cause instanceof DomainError && !wrong.has(cause.reason);
}
