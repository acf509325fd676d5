import { DomainError } from "@cartwright/core/kernel";
import type { TRPCError } from "@trpc/server";
import { ZodError } from "zod";
import type { ServerContext } from "./context.ts";
import { emailOf, hashed } from "./limits/keys.ts";

interface Ended {
  path: string;
  /** Null when it went well. */
  error: TRPCError | null;
  /** What it was answered with. */
  data: unknown;
  getRawInput: () => Promise<unknown>;
}

/** Ways in, and changes of them: told of when they go well, too. */
const authentication: ReadonlySet<string> = new Set([
  "accounts.signUp",
  "accounts.verifyEmail",
  "accounts.signIn",
  "accounts.confirmSecondFactor",
  "accounts.signOut",
  "accounts.acceptInvitation",
  "accounts.requestPasswordReset",
  "accounts.resetPassword",
  "accounts.changePassword",
  "accounts.requestEmailChange",
  "accounts.confirmEmailChange",
  "accounts.revokeSession",
  "accounts.revokeOtherSessions",
  "accounts.secondFactor.confirm",
  "accounts.secondFactor.disable",
  "accounts.secondFactor.renewRecoveryCodes",
  "accounts.oauth.link",
  "accounts.oauth.unlink",
  "accounts.device.approve",
  "accounts.exportData",
  "accounts.erase",
  "tokens.create",
  "tokens.revoke",
]);

const refusals: ReadonlySet<string> = new Set(["unauthenticated", "forbidden", "too_many"]);
/** Of what is somebody's own: who asks for another's is told that there is none. */
const missing = /^(?:order|cart_line|address|session|api_token|return|device)\.not_found$/;

/**
 * A line of its own for who looks after the shop: ways in, what was refused for who it was or how often, what was no valid
 * input, and things of others that were asked for. It names nobody: an address that was typed is a hash, as in the limits.
 */
export async function logSecurity(ctx: ServerContext, { path, error, data, getRawInput }: Ended): Promise<void> {
  const isEntry = authentication.has(path) || (path === "accounts.device.poll" && isSignedIn(data));
  const reason = error === null ? null : reasonOf(error);
  if (!isEntry && reason === null) return;
  const email = isEntry ? emailOf(await getRawInput().catch(() => null)) : null;
  ctx.parts.logger.info(
    {
      requestId: ctx.core.requestId,
      path,
      outcome: error === null ? "ok" : (reason ?? "failed"),
      account: accountIn(data) ?? ctx.account?.id ?? null,
      ...(email === null ? {} : { emailHash: hashed(email) }),
      address: ctx.address(),
    },
    "security",
  );
}

/** Why it was refused, where that matters here; null for all else. */
function reasonOf({ cause }: TRPCError): string | null {
  if (cause instanceof ZodError) return "input.invalid";
  if (!(cause instanceof DomainError)) return null;
  return refusals.has(cause.code) || missing.test(cause.reason) ? cause.reason : null;
}

function isSignedIn(data: unknown): boolean {
  return typeof data === "object" && data !== null && "status" in data && data.status === "signed_in";
}

/** Whom a session was opened for. */
function accountIn(data: unknown): string | null {
  const session = isSignedIn(data) ? (data as { session: unknown }).session : data;
  if (typeof session !== "object" || session === null || !("account" in session)) return null;
  const { account } = session;
  return typeof account === "object" && account !== null && "id" in account && typeof account.id === "string" ? account.id : null;
}
