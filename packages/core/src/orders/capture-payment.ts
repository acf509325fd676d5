import { DomainError, onceByKey, requirePermission, type Context } from "../kernel/index.ts";
import { markPaid } from "../payments/index.ts";
import { paymentReasons } from "../payments/schemas.ts";
import { getPayment, notPending, tellChange, type OrderPayment } from "./change-promise.ts";
import { lockOrder } from "./lock-order.ts";
import type { CapturePaymentInput } from "./schemas.ts";
import type { StaffOrderView } from "./views.ts";

/**
 * The money of a promise has arrived, whole. Another amount is refused: void the promise and add what really came.
 * Errors: `order.not_found`, `payment.not_found`, `payment.not_pending` with `status`, `payment.other_amount` with
 * `amountMinor`, `access.*`.
 */
export async function capturePayment(ctx: Context, input: CapturePaymentInput): Promise<StaffOrderView> {
  requirePermission(ctx, "orders.write");
  const { idempotencyKey, ...body } = input;
  return onceByKey(ctx, { procedure: "orders.capturePayment", key: idempotencyKey, body }, async (ctx) => {
    const order = await lockOrder(ctx, input.order);
    const payment = await getPayment(ctx, order, input.paymentId);
    if (input.amountMinor !== undefined && input.amountMinor !== payment.amountMinor) throw otherAmount(payment);
    if (!(await markPaid(ctx, payment.id))) throw notPending(payment);
    return tellChange(ctx, order, { payment, action: "order.capture_payment", type: "payment_captured" });
  });
}

function otherAmount({ amountMinor }: OrderPayment): DomainError {
  return new DomainError("invalid", paymentReasons.otherAmount, "A payment is captured whole. If another amount came, void it and add what came.", {
    field: "amountMinor",
    amountMinor,
  });
}
