import { accounts, inTransaction } from "@cartwright/db";
import { eq, sql } from "drizzle-orm";
import { emitEvents, type Context } from "../kernel/index.ts";
import { endSessions } from "./end-sessions.ts";
import { hashPassword } from "./password.ts";
import { refuseWeakPassword } from "./refuse-weak-password.ts";
import type { ResetPasswordInput } from "./schemas.ts";
import { endAllAccountTokens, findAccountToken, useAccountToken } from "./use-account-token.ts";

/**
 * Gives an account a new password by the word from a mail, which confirms its address as well. Every session and all other
 * words end, and none is opened: a second factor is still asked for at the sign-in. Errors: `accounts.link_invalid`, `accounts.weak_password`.
 */
export async function resetPassword(ctx: Context, { token, newPassword }: ResetPasswordInput): Promise<void> {
  const given = { token, kind: "reset_password" as const };
  const { account } = await findAccountToken(ctx, given);
  refuseWeakPassword(ctx, { password: newPassword, personal: [account.email, account.name], field: "newPassword" });
  const passwordHash = await hashPassword(newPassword);
  await inTransaction(ctx, async (ctx) => {
    await useAccountToken(ctx, given);
    const now = ctx.clock.now();
    const emailVerifiedAt = sql`coalesce(${accounts.emailVerifiedAt}, ${sql.param(now, accounts.emailVerifiedAt)})`;
    await ctx.db.update(accounts).set({ passwordHash, emailVerifiedAt, updatedAt: now }).where(eq(accounts.id, account.id));
    await endAllAccountTokens(ctx, account.id);
    await endSessions(ctx, account.id);
    await emitEvents(ctx, [{ type: "account.password_changed", subject: account.id, payload: { accountId: account.id } }]);
  });
}
