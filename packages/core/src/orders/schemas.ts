import { orderStatuses } from "@cartwright/db/constants/orders";
import { z } from "zod";
import { Email } from "../accounts/schemas.ts";
import { PageInput } from "../kernel/page.ts";

/** An order by id or by number, with or without `#`. */
export const OrderHandle = z.string().trim().min(1).max(60);

export const GetOrderByTokenInput = z.object({ token: z.string().min(10).max(100) });
/** For a guest who has the number and the e-mail address it was bought with. */
export const LookUpOrderInput = z.object({
  orderNumber: z.string().trim().regex(/^#?\d{1,12}$/, "The number has digits only, such as 1001.").transform((text) => Number(text.replace("#", ""))),
  email: Email,
});
export type LookUpOrderInput = z.infer<typeof LookUpOrderInput>;

export const ListMyOrdersInput = PageInput;
export const ListOrdersInput = PageInput.extend({
  status: z.enum(orderStatuses).optional(),
  /** A part of the e-mail address, or the order's number. */
  text: z.string().trim().max(200).optional(),
});
export type ListOrdersInput = z.infer<typeof ListOrdersInput>;
export const GetOrderInput = z.object({ order: OrderHandle });

export const ShipOrderInput = z.object({
  order: OrderHandle,
  /** Without lines, everything that is left. */
  lines: z.array(z.object({ lineId: z.string().min(1).max(60), quantity: z.int().min(1).max(10_000_000) })).min(1).max(500).optional(),
  carrier: z.string().trim().min(1).max(100).optional(),
  trackingNumber: z.string().trim().min(1).max(100).optional(),
  idempotencyKey: z.string().min(8).max(100).optional(),
});
export type ShipOrderInput = z.infer<typeof ShipOrderInput>;

export const DeliverOrderInput = z.object({
  order: OrderHandle,
  /** Without one, every shipment on its way. */
  shipmentId: z.string().min(1).max(60).optional(),
});
export type DeliverOrderInput = z.infer<typeof DeliverOrderInput>;

export const CancelOrderInput = z.object({ order: OrderHandle, reason: z.string().trim().min(1).max(500) });
export type CancelOrderInput = z.infer<typeof CancelOrderInput>;
