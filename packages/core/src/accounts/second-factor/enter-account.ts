import { accountTokens } from "@cartwright/db";
import { and, eq, gt, sql } from "drizzle-orm";
import { DomainError, requireNoTransaction, type Context } from "../../kernel/index.ts";
import { addAccountToken } from "../account-token.ts";
import type { AccountRow } from "../account-view.ts";
import { openSession, type SessionDevice } from "../open-session.ts";
import { secondFactorReasons } from "../schemas.ts";
import type { SessionView } from "../views.ts";
import { findTotp } from "./totp.ts";

/** Wrong codes that somebody who knows the password may give in an hour, over all of their tries. */
const mostInHour = 20;

/**
 * The last step of every way to sign in: a session, or the question for a code. The refusal brings a `challenge`, which
 * confirmSecondFactor takes with the code for ten minutes, five times at most.
 * Errors: `accounts.second_factor_required` with `challenge` and `expiresAt`, `second_factor.too_many_tries`.
 */
export async function enterAccount(ctx: Context, account: AccountRow, device: SessionDevice): Promise<SessionView> {
  if (!(await findTotp(ctx, account.id))) return openSession(ctx, account, device);
  // Rolled back, the challenge that the refusal tells of would not exist.
  requireNoTransaction("enterAccount");
  if ((await triesInHour(ctx, account.id)) >= mostInHour) {
    throw new DomainError("unavailable", secondFactorReasons.tooManyTries, "Too many wrong codes. Wait an hour, or use another way in.");
  }
  const { token: challenge, expiresAt } = await addAccountToken(ctx, { accountId: account.id, kind: "second_factor", email: null });
  const details = { challenge, expiresAt: expiresAt.toISOString() };
  throw new DomainError("unauthenticated", secondFactorReasons.required, "Give the code that your authenticator app shows.", details);
}

async function triesInHour(ctx: Context, accountId: string): Promise<number> {
  const since = new Date(ctx.clock.now().getTime() - 3_600_000);
  const matches = and(eq(accountTokens.accountId, accountId), eq(accountTokens.kind, "second_factor"), gt(accountTokens.createdAt, since));
  const [row] = await ctx.db.select({ tries: sql`coalesce(sum(${accountTokens.attempts}), 0)`.mapWith(Number) }).from(accountTokens).where(matches);
  return row?.tries ?? 0;
}
