import { chunked, returns } from "@cartwright/db";
import { eq, inArray } from "drizzle-orm";
import type { Context } from "../kernel/index.ts";
import { readReason } from "./return-reason.ts";

/** Takes what buyer and staff wrote out of the returns of these orders; the reason, which is one of a few, stays. */
export async function forgetReturnWords(ctx: Context, orderIds: readonly string[]): Promise<void> {
  for (const some of chunked(orderIds)) {
    for (const { id, ...words } of await ctx.db.select({ id: returns.id, reason: returns.reason, comment: returns.comment }).from(returns).where(inArray(returns.orderId, some))) {
      await ctx.db
        .update(returns)
        .set({ reason: readReason(words).reason, comment: null, note: null })
        .where(eq(returns.id, id));
    }
  }
}
