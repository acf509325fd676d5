import { accounts, inTransaction } from "@cartwright/db";
import { and, eq } from "drizzle-orm";
import { emitEvents, type Context } from "../kernel/index.ts";
import { endSessions } from "./end-sessions.ts";
import { confirmPassword, wrongPassword } from "./own-account.ts";
import { hashPassword } from "./password.ts";
import { refuseWeakPassword } from "./refuse-weak-password.ts";
import type { ChangePasswordInput } from "./schemas.ts";
import { endAllAccountTokens } from "./use-account-token.ts";

/**
 * Changes one's own password, and signs out every device but the one that asks (`keptToken`). Links that are on their way,
 * to a new password or a new address, and sign-ins that wait for a code lose their worth.
 * Errors: `accounts.wrong_password`, `accounts.weak_password`, `access.sign_in_required`.
 */
export async function changePassword(ctx: Context, { password, newPassword }: ChangePasswordInput, keptToken: string | null = null): Promise<void> {
  const { id, email, name, passwordHash: before } = await confirmPassword(ctx, { password });
  refuseWeakPassword(ctx, { password: newPassword, personal: [email, name], field: "newPassword" });
  const passwordHash = await hashPassword(newPassword);
  await inTransaction(ctx, async (ctx) => {
    const changed = await ctx.db
      .update(accounts)
      .set({ passwordHash, updatedAt: ctx.clock.now() })
      .where(and(eq(accounts.id, id), eq(accounts.passwordHash, before)))
      .returning({ id: accounts.id });
    if (changed.length === 0) throw wrongPassword("Your password was changed just now.");
    await endAllAccountTokens(ctx, id);
    await endSessions(ctx, id, keptToken);
    await emitEvents(ctx, [{ type: "account.password_changed", subject: id, payload: { accountId: id } }]);
  });
}
