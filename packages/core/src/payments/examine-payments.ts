import { payments } from "@cartwright/db";
import { and, count, eq, min, ne, sql } from "drizzle-orm";
import { requirePermission, type Context } from "../kernel/index.ts";
import type { UnsettledPaymentsView } from "./views.ts";

/** Payments that nobody knows the end of. Errors: `access.*`. */
export async function examinePayments(ctx: Context): Promise<UnsettledPaymentsView> {
  requirePermission(ctx, "orders.read");
  const [started] = await ctx.db.select({ count: count(), oldest: min(payments.createdAt) }).from(payments).where(eq(payments.status, "started"));
  const [checked] = await ctx.db.select({ count: count() }).from(payments).where(and(sql`${payments.checkAt} is not null`, ne(payments.status, "started")));
  return {
    waitingCount: started?.count ?? 0,
    waitingSince: started?.oldest?.toISOString() ?? null,
    checkCount: checked?.count ?? 0,
  };
}
