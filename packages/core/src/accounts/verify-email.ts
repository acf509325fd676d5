import { accounts, inTransaction } from "@cartwright/db";
import { and, eq } from "drizzle-orm";
import type { Context } from "../kernel/index.ts";
import { unknownDevice, type SessionDevice } from "./open-session.ts";
import { wrongPassword } from "./own-account.ts";
import { verifyPassword } from "./password.ts";
import type { VerifyEmailInput } from "./schemas.ts";
import { enterAccount } from "./second-factor/enter-account.ts";
import { findAccountToken, useAccountToken } from "./use-account-token.ts";
import type { SessionView } from "./views.ts";

/**
 * Confirms the address of a new account and signs in. The word from the mail is not enough: somebody else may have signed
 * up with this address, and a click of its owner would hand them the account. A wrong password leaves the word good.
 * Errors: `accounts.link_invalid`, `accounts.wrong_password`.
 */
export async function verifyEmail(ctx: Context, { token, password }: VerifyEmailInput, device: SessionDevice = unknownDevice): Promise<SessionView> {
  const given = { token, kind: "verify_email" as const };
  const { account } = await findAccountToken(ctx, given);
  if (!(await verifyPassword(account.passwordHash, password))) throw wrongPassword("Give the password that you chose when you signed up, or choose a new one.");
  await inTransaction(ctx, async (ctx) => {
    await useAccountToken(ctx, given);
    const now = ctx.clock.now();
    // Not with a password that somebody else gave who signed up at this very moment.
    const isSame = and(eq(accounts.id, account.id), eq(accounts.passwordHash, account.passwordHash));
    const confirmed = await ctx.db.update(accounts).set({ emailVerifiedAt: now, updatedAt: now }).where(isSame).returning({ id: accounts.id });
    if (confirmed.length === 0) throw wrongPassword("Somebody signed up with this address just now. Sign up again, or choose a new password.");
  });
  return enterAccount(ctx, account, device);
}
