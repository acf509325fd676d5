import { lockRow, orders } from "@cartwright/db";
import { and, eq, ne, type SQL } from "drizzle-orm";
import { hashToken, notFound, type Context } from "../kernel/index.ts";
import { requireAccount } from "./list-my-orders.ts";
import { orderIs, type OrderRow } from "./lock-order.ts";
import type { OrderAccess } from "./schemas.ts";

/**
 * The order that somebody may see: by the word in its confirmation link, by number and e-mail address, or their own when
 * they are signed in. Anybody else's does not exist for them. Errors: `order.not_found`, `access.sign_in_required`.
 */
export async function getOwnOrder(ctx: Context, access: OrderAccess, { isLocked = false } = {}): Promise<OrderRow> {
  const { matches, handle } = ownOrder(ctx, access);
  const query = ctx.db.select().from(orders).where(matches);
  const [order] = await (isLocked ? lockRow(query) : query);
  if (!order) throw notFound("order", handle);
  return order;
}

function ownOrder(ctx: Context, access: OrderAccess): { matches: SQL | undefined; handle: string } {
  if ("token" in access) return { matches: eq(orders.accessHash, hashToken(access.token)), handle: "of this link" };
  if ("order" in access) return { matches: and(orderIs(access.order), eq(orders.accountId, requireAccount(ctx))), handle: access.order };
  const { orderNumber, email } = access;
  return { matches: and(eq(orders.number, orderNumber), eq(orders.email, email), ne(orders.status, "pending")), handle: String(orderNumber) };
}
