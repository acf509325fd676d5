import { refundPurposes } from "@cartwright/db/constants/payments";
import { z } from "zod";

const Minor = z.int();
const Units = z.array(z.object({ orderLineId: z.string(), quantity: z.int() }));
const Worth = { goodsMinor: Minor, discountMinor: Minor, shippingMinor: Minor, taxMinor: Minor, amountMinor: Minor };
const Payment = z.object({ paymentId: z.string(), amountMinor: Minor });
const OfReturn = z.object({ returnId: z.string() });

/** What each event tells, as far as an order is rebuilt from it. Where a payload has changed, every version is read. */
export const payloads = {
  placed: z.object({
    currency: z.string(),
    linesMinor: Minor,
    discountMinor: Minor,
    shippingMinor: Minor,
    taxMinor: Minor,
    totalMinor: Minor,
    lines: z.array(z.object({ lineId: z.string(), variantId: z.string(), quantity: z.int() })),
  }),
  payment: Payment,
  paymentOutcome: Payment.extend({ status: z.string() }),
  shipped: z.object({ shipmentId: z.string(), lines: Units }),
  delivered: z.object({ shipmentIds: z.array(z.string()) }),
  trackingChanged: z.object({ shipmentId: z.string() }),
  /** Version 1 named no units: all that had not left, or none when the order was never confirmed. */
  cancelled: z.object({ lines: Units, ...Worth }),
  /** Version 1 did not name the payment, version 2 not what it is for. */
  refunded: z
    .object({
      refundId: z.string(),
      amountMinor: Minor,
      purpose: z.enum(refundPurposes).optional(),
      paymentId: z.string().nullish(),
      returnId: z.string().nullish(),
      lines: Units.optional(),
    })
    .transform(({ purpose, ...refund }) => ({ ...refund, purpose: purpose ?? (refund.returnId || refund.lines ? ("worth" as const) : ("goodwill" as const)) })),
  refund: z.object({ refundId: z.string() }),
  ofReturn: OfReturn,
  returnRequested: OfReturn.extend({ lines: Units, isApproved: z.boolean().optional() }),
  returnReceived: OfReturn.extend({
    lines: z.array(z.object({ orderLineId: z.string(), restocked: z.int(), writtenOff: z.int() })),
    refundedMinor: Minor,
    /** Of units whose money had gone back before. Version 1 did not tell. */
    alreadyRefundedMinor: Minor.default(0),
    isClosed: z.boolean(),
    movementIds: z.array(z.string()),
    ...Worth,
  }),
} as const;
