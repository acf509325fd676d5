import { onceByKey, requirePermission, type Context } from "../kernel/index.ts";
import { giveUpPromise } from "../payments/index.ts";
import { getPayment, notPending, tellChange } from "./change-promise.ts";
import { lockOrder } from "./lock-order.ts";
import type { CancelPaymentInput } from "./schemas.ts";
import type { StaffOrderView } from "./views.ts";

/**
 * A promise is not waited for any more. What it stood for is open again and can be added as another payment.
 * Errors: `order.not_found`, `payment.not_found`, `payment.not_pending` with `status`, `access.*`.
 */
export async function cancelPayment(ctx: Context, input: CancelPaymentInput): Promise<StaffOrderView> {
  requirePermission(ctx, "orders.write");
  const { idempotencyKey, ...body } = input;
  return onceByKey(ctx, { procedure: "orders.cancelPayment", key: idempotencyKey, body }, async (ctx) => {
    const order = await lockOrder(ctx, input.order);
    const payment = await getPayment(ctx, order, input.paymentId);
    if (!(await giveUpPromise(ctx, payment.id))) throw notPending(payment);
    return tellChange(ctx, order, { payment, action: "order.cancel_payment", type: "payment_lowered", reason: input.reason });
  });
}
