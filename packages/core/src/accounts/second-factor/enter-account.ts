import { accounts, inTransaction, lockRow } from "@cartwright/db";
import { and, eq, isNull } from "drizzle-orm";
import { DomainError, requireNoTransaction, type Context } from "../../kernel/index.ts";
import { addAccountToken } from "../account-token.ts";
import type { AccountRow } from "../account-view.ts";
import { openSession, type SessionDevice } from "../open-session.ts";
import { secondFactorReasons } from "../schemas.ts";
import type { SessionView } from "../views.ts";
import { wrongCredentials } from "../wrong-credentials.ts";
import { findTotp } from "./totp.ts";
import { requireTriesLeft } from "./tries-left.ts";

/**
 * The last step of every way to sign in: a session, or the question for a code. The refusal brings a `challenge`, which
 * confirmSecondFactor takes with the code for ten minutes, five times at most. `account` is as it was when its owner was
 * known: who was let in by a password that was changed meanwhile would outlive that change.
 * Errors: `accounts.second_factor_required` with `challenge` and `expiresAt`, `second_factor.too_many_tries`, `accounts.wrong_credentials`.
 */
export async function enterAccount(ctx: Context, account: AccountRow, device: SessionDevice): Promise<SessionView> {
  if (!(await findTotp(ctx, account.id))) return ifUnchanged(ctx, account, (ctx) => openSession(ctx, account, device));
  // Rolled back, the challenge that the refusal tells of would not exist.
  requireNoTransaction("enterAccount");
  await requireTriesLeft(ctx, account.id);
  const question = { accountId: account.id, kind: "second_factor" as const, email: null };
  const { token: challenge, expiresAt } = await ifUnchanged(ctx, account, (ctx) => addAccountToken(ctx, question));
  const details = { challenge, expiresAt: expiresAt.toISOString() };
  throw new DomainError("unauthenticated", secondFactorReasons.required, "Give the code that your authenticator app shows.", details);
}

/** A new password waits for it, and ends it then. */
async function ifUnchanged<Result>(ctx: Context, { id, passwordHash }: AccountRow, work: (ctx: Context) => Promise<Result>): Promise<Result> {
  return inTransaction(ctx, async (ctx) => {
    const isSame = and(eq(accounts.id, id), eq(accounts.passwordHash, passwordHash), isNull(accounts.archivedAt));
    const [same] = await lockRow(ctx.db.select({ id: accounts.id }).from(accounts).where(isSame));
    if (!same) throw wrongCredentials();
    return work(ctx);
  });
}
