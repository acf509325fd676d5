import { orders } from "@cartwright/db";
import { notFound, requirePermission, type Context } from "../kernel/index.ts";
import { loadOrderView, loadStaffOrderView } from "./load-order.ts";
import { orderIs } from "./lock-order.ts";
import { getOwnOrder } from "./own-order.ts";
import type { LookUpOrderInput } from "./schemas.ts";
import type { OrderView, StaffOrderView } from "./views.ts";

/** Any order with its story, for staff. Errors: `order.not_found`, `access.*`. */
export async function getOrder(ctx: Context, input: { order: string }): Promise<StaffOrderView> {
  requirePermission(ctx, "orders.read");
  const [order] = await ctx.db.select({ id: orders.id }).from(orders).where(orderIs(input.order));
  if (!order) throw notFound("order", input.order);
  return loadStaffOrderView(ctx, order.id);
}

/** A customer's own order; somebody else's does not exist for them. Errors: `order.not_found`, `access.sign_in_required`. */
export async function getMyOrder(ctx: Context, input: { order: string }): Promise<OrderView> {
  return loadOrderView(ctx, await getOwnOrder(ctx, input));
}

/** The order that a confirmation link opens. Errors: `order.not_found`. */
export async function getOrderByToken(ctx: Context, input: { token: string }): Promise<OrderView> {
  return loadOrderView(ctx, await getOwnOrder(ctx, input));
}

/** A guest's order by number and e-mail address; both must fit. Errors: `order.not_found`. */
export async function lookUpOrder(ctx: Context, input: LookUpOrderInput): Promise<OrderView> {
  return loadOrderView(ctx, await getOwnOrder(ctx, input));
}
