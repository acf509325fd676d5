import { captureOnDelivery } from "../payments/index.ts";
import type { Context } from "../kernel/index.ts";
import type { NewOrderEvent } from "./events.ts";
import { requireStep, type OrderRow } from "./lock-order.ts";
import { statusOfParts } from "./order-status.ts";
import { setStatus } from "./set-status.ts";

type Parts = Parameters<typeof statusOfParts>[0];

/**
 * Moves an order to where its units and parcels are; when that is `delivered`, money due on delivery counts as captured.
 * Returns the new status and the events of what was captured. Errors: `order.wrong_status`.
 */
export async function applyStatus(ctx: Context, order: OrderRow, parts: Parts): Promise<{ status: OrderRow["status"]; events: NewOrderEvent[] }> {
  const status = statusOfParts(parts);
  if (status !== order.status) requireStep(order, status);
  await setStatus(ctx, order.id, order.status, status);
  const captured = status === "delivered" && order.status !== "delivered" ? await captureOnDelivery(ctx, order.id) : [];
  return { status, events: captured.map((payment) => ({ type: "payment_captured", payload: { ...payment } })) };
}
