import { accounts, inTransaction } from "@cartwright/db";
import { and, eq, isNull } from "drizzle-orm";
import { emitEvents, type Context } from "../kernel/index.ts";
import { addAccountToken } from "./account-token.ts";
import { confirmPassword } from "./own-account.ts";
import type { ChangeEmailInput } from "./schemas.ts";
import { endAccountTokens } from "./use-account-token.ts";
import type { MailSentView } from "./views.ts";

/**
 * Asks to have another address, to which a link is sent; the old one is told and stays until the link is followed. The
 * answer does not tell whether somebody else has the address: that person is told by mail.
 * Errors: `accounts.wrong_password`, `access.sign_in_required`.
 */
export async function requestEmailChange(ctx: Context, { email, password }: ChangeEmailInput): Promise<MailSentView> {
  const { id } = await confirmPassword(ctx, { password });
  await inTransaction(ctx, async (ctx) => {
    // The last wish counts.
    await endAccountTokens(ctx, { accountId: id, kind: "change_email" });
    const [owner] = await ctx.db
      .select({ id: accounts.id })
      .from(accounts)
      .where(and(eq(accounts.email, email), isNull(accounts.archivedAt)));
    // Holds the address until the mail's handler makes a word for it; this one is told to nobody.
    if (!owner) await addAccountToken(ctx, { accountId: id, kind: "change_email", email });
    const type = owner ? "account.exists_already" : "account.email_change_requested";
    const accountId = owner?.id ?? id;
    await emitEvents(ctx, [{ type, subject: accountId, payload: { accountId } }]);
  });
  return { sentTo: email };
}
