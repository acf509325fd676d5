import { accounts, inTransaction } from "@cartwright/db";
import { and, eq, isNull } from "drizzle-orm";
import { emitEvents, newId, type Context } from "../kernel/index.ts";
import { isUnconfirmed } from "./is-unconfirmed.ts";
import type { EmailInput } from "./schemas.ts";
import type { MailSentView } from "./views.ts";

/** Asks for the link that confirms a new account's address once more. The answer does not tell whether there is such an account. */
export async function requestVerification(ctx: Context, { email }: EmailInput): Promise<MailSentView> {
  return requestMail(ctx, email, { type: "account.verification_requested", isForUnconfirmedOnly: true });
}

/** Asks for a link to a new password. The answer does not tell whether there is such an account. */
export async function requestPasswordReset(ctx: Context, { email }: EmailInput): Promise<MailSentView> {
  return requestMail(ctx, email, { type: "account.reset_requested", isForUnconfirmedOnly: false });
}

/** For an address that has no account an event is written, too, of one that does not exist: the work is the same. */
async function requestMail(ctx: Context, email: string, { type, isForUnconfirmedOnly }: { type: string; isForUnconfirmedOnly: boolean }): Promise<MailSentView> {
  await inTransaction(ctx, async (ctx) => {
    const [account] = await ctx.db
      .select()
      .from(accounts)
      .where(and(eq(accounts.email, email), isNull(accounts.archivedAt)));
    const isMeant = account && (!isForUnconfirmedOnly || isUnconfirmed(account));
    const accountId = isMeant ? account.id : newId("acc");
    await emitEvents(ctx, [{ type, subject: accountId, payload: { accountId } }]);
  });
  return { sentTo: email };
}
