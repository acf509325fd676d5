import { inTransaction, orders } from "@cartwright/db";
import { and, asc, eq, isNull, ne } from "drizzle-orm";
import type { Context } from "../kernel/index.ts";
import { recordOrderEvents } from "./events.ts";

/**
 * Gives orders that were placed without an account to the one whose address they were placed with. The caller knows that
 * the address is the account's. Returns how many; one read when there are none.
 */
export async function claimGuestOrders(ctx: Context, { accountId, email }: { accountId: string; email: string }): Promise<number> {
  const isUnclaimed = and(eq(orders.email, email), isNull(orders.accountId), ne(orders.status, "pending"));
  const found = await ctx.db.select({ id: orders.id }).from(orders).where(isUnclaimed).orderBy(asc(orders.id)).limit(mostAtOnce);
  if (found.length === 0) return 0;
  return inTransaction(ctx, async (ctx) => {
    let claimed = 0;
    for (const { id } of found) {
      const set = { accountId, updatedAt: ctx.clock.now() };
      const ours = await ctx.db.update(orders).set(set).where(and(eq(orders.id, id), isUnclaimed)).returning({ id: orders.id });
      if (ours.length === 0) continue;
      await recordOrderEvents(ctx, id, [{ type: "claimed", payload: { accountId } }]);
      claimed += 1;
    }
    return claimed;
  });
}

/** What is left over is claimed at the next sign-in. */
const mostAtOnce = 200;
