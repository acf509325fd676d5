import { accounts } from "@cartwright/db";
import { and, eq, isNotNull, isNull } from "drizzle-orm";
import type { Context } from "../kernel/index.ts";
import { claimGuestOrders } from "../orders/index.ts";

/**
 * Makes orders that were placed as a guest, with the address that the account has confirmed, the account's own. Two reads
 * when there are none. Returns how many there were.
 */
export async function claimOrders(ctx: Context, accountId: string): Promise<number> {
  const [account] = await ctx.db
    .select({ email: accounts.email })
    .from(accounts)
    .where(and(eq(accounts.id, accountId), isNotNull(accounts.emailVerifiedAt), isNull(accounts.archivedAt)));
  return account ? claimGuestOrders(ctx, { accountId, email: account.email }) : 0;
}
