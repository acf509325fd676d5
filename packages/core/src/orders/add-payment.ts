import { DomainError, onceByKey, recordAudit, requirePermission, type Context } from "../kernel/index.ts";
import { startPayments } from "../payments/index.ts";
import { recordOrderEvents } from "./events.ts";
import { loadStaffOrderView } from "./load-order.ts";
import { loadOrderState } from "./load-order-state.ts";
import { lockOrder, type OrderRow } from "./lock-order.ts";
import { loadParts } from "./order-lines.ts";
import { owedWorth } from "./order-worth.ts";
import type { AddPaymentInput } from "./schemas.ts";
import { touchOrder } from "./touch-order.ts";
import type { StaffOrderView } from "./views.ts";

/**
 * Notes another promise to pay for a confirmed order, such as a transfer instead of cash. It is `pending` until staff
 * capture it. Errors: `order.not_found`, `order.wrong_status`, `payment.exceeds_total` with `leftMinor`, `access.*`.
 */
export async function addPayment(ctx: Context, input: AddPaymentInput): Promise<StaffOrderView> {
  requirePermission(ctx, "orders.write");
  const { idempotencyKey, ...body } = input;
  return onceByKey(ctx, { procedure: "orders.addPayment", key: idempotencyKey, body }, async (ctx) => {
    const order = await lockOrder(ctx, input.order);
    requirePayable(order);
    const { method, amountMinor } = input;
    const { lines } = await loadParts(ctx, order.id);
    const { refundedUnits } = await loadOrderState(ctx, order.id);
    const payable = { id: order.id, currency: order.currency, worthMinor: owedWorth(order, lines, refundedUnits), isNew: false };
    const [payment] = await startPayments(ctx, payable, { wishes: [{ method, amountMinor }], status: "pending" });
    await touchOrder(ctx, order.id);
    await recordOrderEvents(ctx, order.id, [{ type: "payment_added", payload: { paymentId: payment?.id, method, amountMinor, status: "pending" } }]);
    await recordAudit(ctx, { action: "order.add_payment", subject: order.id, after: { paymentId: payment?.id, method, amountMinor } });
    return loadStaffOrderView(ctx, order.id);
  });
}

function requirePayable({ number, status }: OrderRow): void {
  if (status !== "pending" && status !== "cancelled" && status !== "returned") return;
  throw new DomainError("conflict", "order.wrong_status", `Order ${number} is ${status}, so no payment can be added to it.`, { status });
}
