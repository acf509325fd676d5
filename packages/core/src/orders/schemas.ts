import { orderStatuses } from "@cartwright/db/constants/orders";
import { z } from "zod";
import { Email } from "../accounts/schemas.ts";
import { IdempotencyKey } from "../inventory/schemas.ts";
import { Moment } from "../kernel/moment.ts";
import { PageInput } from "../kernel/page.ts";
import { PaperMethod } from "../payments/schemas.ts";

/** An order by id or by number, with or without `#`. */
export const OrderHandle = z.string().trim().min(1).max(60);

export const GetOrderByTokenInput = z.object({ token: z.string().min(10).max(100) });
/** For a guest who has the number and the e-mail address it was bought with. */
export const LookUpOrderInput = z.object({
  orderNumber: z.string().trim().regex(/^#?\d{1,12}$/, "The number has digits only, such as 1001.").transform((text) => Number(text.replace("#", ""))),
  email: Email,
});
export type LookUpOrderInput = z.infer<typeof LookUpOrderInput>;

/** How a buyer shows that an order is theirs: the link's word, number and e-mail address, or being signed in. */
export const OrderAccess = z.union([GetOrderByTokenInput.strict(), LookUpOrderInput.strict(), z.strictObject({ order: OrderHandle })]);
export type OrderAccess = z.infer<typeof OrderAccess>;

export const ListMyOrdersInput = PageInput;
export const ListOrdersInput = PageInput.extend({
  status: z.enum(orderStatuses).optional(),
  /** A part of the e-mail address, or the order's number. */
  text: z.string().trim().max(200).optional(),
});
export type ListOrdersInput = z.infer<typeof ListOrdersInput>;
/** `lastEventId` is where an earlier stream ended, a day ago at most. */
export const WatchOrdersInput = z.object({ status: z.enum(orderStatuses).optional(), lastEventId: Moment.optional() });
export type WatchOrdersInput = z.infer<typeof WatchOrdersInput>;
export const GetOrderInput = z.object({ order: OrderHandle });

/** Units by line. A line that is named twice counts twice. */
export const LineUnits = z.array(z.object({ lineId: z.string().min(1).max(60), quantity: z.int().min(1).max(10_000_000) })).min(1).max(500);
const Reason = z.string().trim().min(1).max(500);
const Carrier = z.string().trim().min(1).max(100);
const TrackingNumber = z.string().trim().min(1).max(100);

export const ShipOrderInput = z.object({
  order: OrderHandle,
  /** Without lines, everything that is left. */
  lines: LineUnits.optional(),
  carrier: Carrier.optional(),
  trackingNumber: TrackingNumber.optional(),
  idempotencyKey: IdempotencyKey.optional(),
});
export type ShipOrderInput = z.infer<typeof ShipOrderInput>;

export const DeliverOrderInput = z.object({
  order: OrderHandle,
  /** Without one, every shipment on its way. */
  shipmentId: z.string().min(1).max(60).optional(),
  idempotencyKey: IdempotencyKey.optional(),
});
export type DeliverOrderInput = z.infer<typeof DeliverOrderInput>;

/** What is left out stays as it is; null takes it away. */
export const UpdateShipmentInput = z.object({
  order: OrderHandle,
  shipmentId: z.string().min(1).max(60),
  carrier: Carrier.nullish(),
  trackingNumber: TrackingNumber.nullish(),
  idempotencyKey: IdempotencyKey.optional(),
});
export type UpdateShipmentInput = z.infer<typeof UpdateShipmentInput>;

export const CancelOrderInput = z.object({
  order: OrderHandle,
  reason: Reason,
  /** Without lines, everything that has not left. */
  lines: LineUnits.optional(),
  idempotencyKey: IdempotencyKey.optional(),
});
export type CancelOrderInput = z.infer<typeof CancelOrderInput>;

/** Either an amount in minor units, or units that have left and whose worth goes back. */
export const RefundOrderInput = z
  .object({
    order: OrderHandle,
    amountMinor: z.int().min(1).optional(),
    lines: LineUnits.optional(),
    reason: Reason,
    idempotencyKey: IdempotencyKey.optional(),
  })
  .refine((input) => (input.amountMinor === undefined) !== (input.lines === undefined), {
    path: ["amountMinor"],
    message: "Give either an amount or lines.",
  });
export type RefundOrderInput = z.infer<typeof RefundOrderInput>;

export const ExplainOrderInput = z.object({ order: OrderHandle });
export const CheckOrderInput = z.object({ order: OrderHandle });
export const CheckOrdersInput = PageInput;
export type CheckOrdersInput = z.infer<typeof CheckOrdersInput>;

/** A promise to pay for what is still open, in minor units. */
export const AddPaymentInput = z.object({
  order: OrderHandle,
  method: PaperMethod,
  amountMinor: z.int().min(1),
  idempotencyKey: IdempotencyKey.optional(),
});
export type AddPaymentInput = z.infer<typeof AddPaymentInput>;

const PaymentId = z.string().min(1).max(60);

export const CapturePaymentInput = z.object({
  order: OrderHandle,
  paymentId: PaymentId,
  /** What came, to be held against what was promised. */
  amountMinor: z.int().min(1).optional(),
  idempotencyKey: IdempotencyKey.optional(),
});
export type CapturePaymentInput = z.infer<typeof CapturePaymentInput>;

export const CancelPaymentInput = z.object({
  order: OrderHandle,
  paymentId: PaymentId,
  reason: Reason.optional(),
  idempotencyKey: IdempotencyKey.optional(),
});
export type CancelPaymentInput = z.infer<typeof CancelPaymentInput>;
