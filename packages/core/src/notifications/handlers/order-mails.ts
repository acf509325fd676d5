import { orders } from "@cartwright/db";
import { eq } from "drizzle-orm";
import { z } from "zod";
import type { Context, EventHandler } from "../../kernel/index.ts";
import { getOrder } from "../../orders/index.ts";
import type { Letter } from "../letter.ts";
import { shopFace } from "../shop-face.ts";
import {
  orderCancelledLetter,
  orderConfirmedLetter,
  orderShippedLetter,
  paymentInstructionsLetter,
  refundLetter,
  type OrderFacts,
} from "../templates/order-letters.ts";
import { mailHandler } from "./mail-handler.ts";

const OfOrder = z.object({ orderId: z.string() });
const Shipped = z.object({ shipmentId: z.string() });
const Cancelled = z.object({ lines: z.array(z.object({ orderLineId: z.string(), quantity: z.int() })), amountMinor: z.int() });
const PaymentAdded = z.object({ paymentId: z.string(), method: z.string() });
const Refunded = z.object({ amountMinor: z.int() });

type Payload = Record<string, unknown>;

/** Mails about an order, to the address that it was placed with. */
export const orderMails: readonly EventHandler[] = [
  toBuyer("order-confirmed", "order.confirmed", (facts, _, { shop: { bankAccount } }) => orderConfirmedLetter(facts, { bankAccount })),
  toBuyer("payment-instructions", "order.payment_added", (facts, payload, { shop: { bankAccount } }) => {
    const { paymentId } = PaymentAdded.parse(payload);
    return paymentInstructionsLetter(facts, { bankAccount, paymentId });
  }),
  toBuyer("order-shipped", "order.shipped", (facts, payload) => {
    const { shipmentId } = Shipped.parse(payload);
    const parcel = facts.order.shipments.find(({ id }) => id === shipmentId);
    return parcel ? orderShippedLetter(facts, parcel) : null;
  }),
  toBuyer("order-cancelled", "order.cancelled", (facts, payload) => {
    const { lines, amountMinor } = Cancelled.parse(payload);
    return orderCancelledLetter(facts, { units: lines.map(({ orderLineId: lineId, quantity }) => ({ lineId, quantity })), amountMinor });
  }),
  toBuyer("refund", "refund.settled", (facts, payload) => refundLetter(facts, Refunded.parse(payload))),
];

/** A mail to the buyer of the order that the news is about. Nobody is told of an order whose buyer was forgotten. */
export function toBuyer(
  template: string,
  type: string,
  letterOf: (facts: OrderFacts, payload: Payload, ctx: Context) => Letter | null | Promise<Letter | null>,
): EventHandler {
  return mailHandler({
    template,
    type,
    async write(ctx, { payload }) {
      const { orderId } = OfOrder.parse(payload);
      const [row] = await ctx.db.select({ accountId: orders.accountId }).from(orders).where(eq(orders.id, orderId));
      if (!row) return null;
      const order = await getOrder(ctx, { order: orderId });
      if (order.email === "") return null;
      const letter = await letterOf({ shop: shopFace(ctx), order, isOfAccount: row.accountId !== null }, payload, ctx);
      return letter && { to: order.email, letter };
    },
  });
}
