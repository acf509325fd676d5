import { accounts, inTransaction, lockRow } from "@cartwright/db";
import { and, eq, isNull } from "drizzle-orm";
import { emitEvents, newId, type Context } from "../kernel/index.ts";
import { isUnconfirmed } from "./is-unconfirmed.ts";
import { hashPassword } from "./password.ts";
import { refuseWeakPassword } from "./refuse-weak-password.ts";
import type { SignUpInput } from "./schemas.ts";
import type { MailSentView } from "./views.ts";

/**
 * Makes a customer's account, which can be signed in to once its address is confirmed (verifyEmail). Whether the address
 * was known is told by mail alone: the answer and the argon2 work are the same. As long as nobody has confirmed an address
 * the newest sign-up counts. Errors: `accounts.weak_password`.
 */
export async function signUp(ctx: Context, input: SignUpInput): Promise<MailSentView> {
  const { email, name, password, wantsNewsletter } = input;
  refuseWeakPassword(ctx, { password, personal: [email, name] });
  const passwordHash = await hashPassword(password);
  await inTransaction(ctx, async (ctx) => {
    const now = ctx.clock.now();
    const account = { id: newId("acc"), email, name, passwordHash, role: "customer" as const, wantsNewsletter, createdAt: now, updatedAt: now };
    await ctx.db.insert(accounts).values(account).onConflictDoNothing();
    // Its own when it was free, else whose it is.
    const [owner] = await lockRow(ctx.db.select().from(accounts).where(and(eq(accounts.email, email), isNull(accounts.archivedAt))));
    // It was ended at this very moment: the next try finds the address free.
    if (!owner) return;
    const isOpen = isUnconfirmed(owner);
    if (isOpen) await ctx.db.update(accounts).set({ name, passwordHash, wantsNewsletter, updatedAt: now }).where(eq(accounts.id, owner.id));
    const type = isOpen ? "account.verification_requested" : "account.exists_already";
    await emitEvents(ctx, [{ type, subject: owner.id, payload: { accountId: owner.id } }]);
  });
  return { sentTo: email };
}
