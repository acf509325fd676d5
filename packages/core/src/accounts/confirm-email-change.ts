import { accounts, inTransaction, isUniqueViolation } from "@cartwright/db";
import { eq } from "drizzle-orm";
import { DomainError, emitEvents, type Context } from "../kernel/index.ts";
import { accountReasons, type ConfirmEmailChangeInput } from "./schemas.ts";
import { endAccountTokens, useAccountToken } from "./use-account-token.ts";

/**
 * Makes the address that a link was sent to the account's own. Whoever follows it need not be signed in, and is not
 * afterwards. Errors: `accounts.link_invalid`, `accounts.email_taken` when somebody else got the address meanwhile.
 */
export async function confirmEmailChange(ctx: Context, { token }: ConfirmEmailChangeInput): Promise<{ email: string }> {
  try {
    return await inTransaction(ctx, async (ctx) => {
      const { account, email } = await useAccountToken(ctx, { token, kind: "change_email" });
      if (email === null) throw new Error("a change of address is kept with the address");
      const now = ctx.clock.now();
      await ctx.db.update(accounts).set({ email, emailVerifiedAt: now, updatedAt: now }).where(eq(accounts.id, account.id));
      // What was sent to the old address is worth nothing.
      for (const kind of ["verify_email", "reset_password"] as const) await endAccountTokens(ctx, { accountId: account.id, kind });
      await emitEvents(ctx, [{ type: "account.email_changed", subject: account.id, payload: { accountId: account.id } }]);
      return { email };
    });
  } catch (error) {
    if (!isUniqueViolation(error, "accounts_email")) throw error;
    throw new DomainError("conflict", accountReasons.emailTaken, "There is an account with this e-mail address already.", { field: "email" }, { cause: error });
  }
}
