import { onceByKey, recordAudit, requirePermission, type Context } from "../kernel/index.ts";
import { lockOrder } from "../orders/index.ts";
import { loadReturnView } from "./load-return.ts";
import { openReturn } from "./open-return.ts";
import type { CreateReturnInput } from "./schemas.ts";
import type { ReturnView } from "./views.ts";

/**
 * Staff open a return for a buyer; it is approved at once, and the days after delivery don't bind them.
 * Errors: `order.not_found`, `order_line.not_found`, `return.too_many_units` with `left`, `access.*`.
 */
export async function createReturn(ctx: Context, input: CreateReturnInput): Promise<ReturnView> {
  requirePermission(ctx, "orders.write");
  const { idempotencyKey, ...body } = input;
  return onceByKey(ctx, { procedure: "returns.create", key: idempotencyKey, body }, async (ctx) => {
    const order = await lockOrder(ctx, input.order);
    const id = await openReturn(ctx, order, input, true);
    await recordAudit(ctx, { action: "return.create", subject: id, after: { orderId: order.id, lines: input.lines, reason: input.reason } });
    return loadReturnView(ctx, { id, orderId: order.id });
  });
}
