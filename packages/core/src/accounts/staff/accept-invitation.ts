import { accounts, inTransaction } from "@cartwright/db";
import { and, eq } from "drizzle-orm";
import { recordAudit, type Context } from "../../kernel/index.ts";
import { hashPassword } from "../password.ts";
import { refuseWeakPassword } from "../refuse-weak-password.ts";
import type { AcceptInvitationInput } from "../schemas.ts";
import { findAccountToken, linkInvalid, useAccountToken } from "../use-account-token.ts";

/**
 * Whoever was invited chooses a password, by the word from the link, which confirms their address as well. They sign in
 * with it then. Errors: `accounts.link_invalid`, `accounts.weak_password`.
 */
export async function acceptInvitation(ctx: Context, { token, newPassword }: AcceptInvitationInput): Promise<void> {
  const given = { token, kind: "invite" as const };
  const { account } = await findAccountToken(ctx, given);
  refuseWeakPassword(ctx, { password: newPassword, personal: [account.email, account.name], field: "newPassword" });
  const passwordHash = await hashPassword(newPassword);
  await inTransaction(ctx, async (ctx) => {
    const { account } = await useAccountToken(ctx, given);
    const now = ctx.clock.now();
    // An invitation is no way to a second password, for whoever has kept the link.
    const isOpen = and(eq(accounts.id, account.id), eq(accounts.passwordHash, ""));
    const accepted = await ctx.db.update(accounts).set({ passwordHash, emailVerifiedAt: now, updatedAt: now }).where(isOpen).returning({ id: accounts.id });
    if (accepted.length === 0) throw linkInvalid();
    await recordAudit(ctx, { action: "staff.accept", subject: account.id });
  });
}
