import type { Context } from "../kernel/index.ts";
import { getOwnOrder } from "../orders/index.ts";
import { loadReturnViews } from "./load-return.ts";
import { loadReturnable } from "./load-returnable.ts";
import type { GetOrderReturnsInput } from "./schemas.ts";
import type { OrderReturnsView } from "./views.ts";

/** An order's returns for its buyer, and what may still be sent back. Errors: `order.not_found`, `access.sign_in_required`. */
export async function getOrderReturns(ctx: Context, input: GetOrderReturnsInput): Promise<OrderReturnsView> {
  const order = await getOwnOrder(ctx, input.access);
  const { lines, units } = await loadReturnable(ctx, order.id, { isForStaff: false });
  const returnable = lines.flatMap((line) => {
    const { quantity, until } = units.get(line.id) ?? { quantity: 0, until: null };
    const { id: lineId, productTitle, variantTitle } = line;
    return quantity > 0 ? [{ lineId, productTitle, variantTitle, quantity, until: until?.toISOString() ?? null }] : [];
  });
  return { orderId: order.id, returns: await loadReturnViews(ctx, order), returnable };
}
