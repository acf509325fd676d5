import { accounts } from "@cartwright/db";
import { eq } from "drizzle-orm";
import { hashToken, type Context } from "../kernel/index.ts";

/** Who a cart or an order belongs to: an account, or whoever gave the e-mail address. */
export interface CouponCustomer {
  accountId: string | null;
  email: string | null;
}

/**
 * What a customer's uses are counted by: the SHA-256 of the e-mail address, the account's own before the one that
 * was typed, so that a guest and an account with the same address are one. Null while nobody knows it.
 */
export async function customerHash(ctx: Context, { accountId, email }: CouponCustomer): Promise<string | null> {
  const own = accountId === null ? undefined : await findEmail(ctx, accountId);
  const address = (own ?? email)?.trim().toLowerCase();
  return address ? hashToken(address) : null;
}

async function findEmail(ctx: Context, accountId: string): Promise<string | undefined> {
  const [account] = await ctx.db.select({ email: accounts.email }).from(accounts).where(eq(accounts.id, accountId));
  return account?.email;
}
