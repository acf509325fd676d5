import { onceByKey, type Context } from "../kernel/index.ts";
import { getOwnOrder } from "../orders/index.ts";
import { loadReturnView } from "./load-return.ts";
import { openReturn } from "./open-return.ts";
import type { RequestReturnInput } from "./schemas.ts";
import type { ReturnView } from "./views.ts";

/**
 * A buyer asks to send units back: those that have left, are not back or expected back, and arrived at most `returnDays` ago.
 * Errors: `order.not_found`, `order_line.not_found`, `return.too_many_units` with `left`, `return.too_late`, `access.sign_in_required`.
 */
export async function requestReturn(ctx: Context, input: RequestReturnInput): Promise<ReturnView> {
  const { idempotencyKey, ...body } = input;
  return onceByKey(ctx, { procedure: "returns.request", key: idempotencyKey, body }, async (ctx) => {
    const order = await getOwnOrder(ctx, input.access, { isLocked: true });
    const id = await openReturn(ctx, order, input, false);
    return loadReturnView(ctx, { id, orderId: order.id });
  });
}
