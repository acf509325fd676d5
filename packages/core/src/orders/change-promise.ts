import { DomainError, notFound, recordAudit, type Context } from "../kernel/index.ts";
import { listPayments } from "../payments/index.ts";
import { paymentReasons } from "../payments/schemas.ts";
import { recordOrderEvents } from "./events.ts";
import { loadStaffOrderView } from "./load-order.ts";
import type { OrderRow } from "./lock-order.ts";
import { touchOrder } from "./touch-order.ts";
import type { StaffOrderView } from "./views.ts";

export type OrderPayment = Awaited<ReturnType<typeof listPayments>>[number];

/** Errors: `payment.not_found`, also for another order's. */
export async function getPayment(ctx: Context, order: OrderRow, paymentId: string): Promise<OrderPayment> {
  const payment = (await listPayments(ctx, order.id)).find((candidate) => candidate.id === paymentId);
  if (!payment) throw notFound("payment", paymentId);
  return payment;
}

interface PaymentChange {
  payment: OrderPayment;
  action: string;
  type: "payment_captured" | "payment_lowered";
  reason?: string | undefined;
}

/** What every change of a promise leaves behind: event, audit entry and the order as it is then. */
export async function tellChange(ctx: Context, order: OrderRow, { payment, action, type, reason }: PaymentChange): Promise<StaffOrderView> {
  const paymentId = payment.id;
  const { amountMinor } = payment;
  const payload = type === "payment_captured" ? { paymentId, amountMinor } : { paymentId, amountMinor: 0, byMinor: amountMinor };
  await touchOrder(ctx, order.id);
  await recordOrderEvents(ctx, order.id, [{ type, payload, reason: reason ?? null }]);
  await recordAudit(ctx, { action, subject: order.id, before: { paymentId, status: payment.status }, after: { amountMinor } });
  return loadStaffOrderView(ctx, order.id);
}

export function notPending({ status }: OrderPayment): DomainError {
  return new DomainError("conflict", paymentReasons.notPending, `This payment is ${status}: only one that is pending can be captured or given up.`, { status });
}
