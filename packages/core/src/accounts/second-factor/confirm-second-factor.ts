import { accounts, accountTokens, inTransaction } from "@cartwright/db";
import { and, eq, gt, isNull, lt, sql } from "drizzle-orm";
import { DomainError, hashToken, requireNoTransaction, type Context } from "../../kernel/index.ts";
import { openSession, unknownDevice, type SessionDevice } from "../open-session.ts";
import { secondFactorReasons, type ConfirmSecondFactorInput } from "../schemas.ts";
import type { SessionView } from "../views.ts";
import { takeCode } from "./take-code.ts";
import { requireTriesLeft } from "./tries-left.ts";

const mostTries = 5;

/**
 * Signs in whoever gave the right password before (see enterAccount), with a code of the app or a recovery code. A wrong
 * code is counted even though the call is refused. Errors: `second_factor.wrong_code`, `second_factor.challenge_over`,
 * `second_factor.too_many_tries`.
 */
export async function confirmSecondFactor(ctx: Context, { challenge, code }: ConfirmSecondFactorInput, device: SessionDevice = unknownDevice): Promise<SessionView> {
  requireNoTransaction("confirmSecondFactor");
  const isOpen = and(
    eq(accountTokens.tokenHash, hashToken(challenge)),
    eq(accountTokens.kind, "second_factor"),
    isNull(accountTokens.usedAt),
    gt(accountTokens.expiresAt, ctx.clock.now()),
  );
  const [counted] = await ctx.db
    .update(accountTokens)
    .set({ attempts: sql`${accountTokens.attempts} + 1` })
    .where(and(isOpen, lt(accountTokens.attempts, mostTries)))
    .returning({ accountId: accountTokens.accountId });
  if (!counted) throw challengeOver();
  // Many questions may have been asked before the first was answered.
  await requireTriesLeft(ctx, counted.accountId, 1);
  return inTransaction(ctx, async (ctx) => {
    await takeCode(ctx, counted.accountId, code);
    const used = await ctx.db.update(accountTokens).set({ usedAt: ctx.clock.now(), attempts: sql`${accountTokens.attempts} - 1` }).where(isOpen).returning({ id: accountTokens.id });
    const [account] = await ctx.db.select().from(accounts).where(and(eq(accounts.id, counted.accountId), isNull(accounts.archivedAt)));
    if (used.length === 0 || !account) throw challengeOver();
    return openSession(ctx, { ...account, hasSecondFactor: true }, device);
  });
}

function challengeOver(): DomainError {
  return new DomainError("unauthenticated", secondFactorReasons.challengeOver, "This took too long, or too many tries. Sign in with your password again.");
}
