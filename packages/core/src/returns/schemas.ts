import { returnStatuses } from "@cartwright/db/constants/returns";
import { z } from "zod";
import { IdempotencyKey, LocationHandle } from "../inventory/schemas.ts";
import { PageInput } from "../kernel/page.ts";
import { LineUnits, OrderAccess, OrderHandle } from "../orders/schemas.ts";

/** How many days after a parcel has arrived a buyer may ask to send its goods back. Staff may open a return at any time. */
export const returnDays = 30;

/** Why goods come back. */
export const returnReasons = ["changed_mind", "too_small", "too_large", "does_not_fit", "damaged", "faulty", "wrong_item", "not_as_described", "other"] as const;
export const ReturnReason = z.enum(returnReasons);
export type ReturnReason = z.infer<typeof ReturnReason>;

export const returnReasonLabels: Record<ReturnReason, string> = {
  changed_mind: "I changed my mind",
  too_small: "It is too small",
  too_large: "It is too large",
  does_not_fit: "It does not fit otherwise",
  damaged: "It arrived damaged",
  faulty: "It does not work",
  wrong_item: "It is not what I ordered",
  not_as_described: "It is not as described",
  other: "Something else",
};

/** A return by id or by number. */
export const ReturnHandle = z.string().trim().min(1).max(60);
const Text = z.string().trim().min(1).max(500);
const Asked = { lines: LineUnits, reason: ReturnReason, comment: Text.optional(), idempotencyKey: IdempotencyKey.optional() };

export const RequestReturnInput = z.object({ access: OrderAccess, ...Asked });
export type RequestReturnInput = z.infer<typeof RequestReturnInput>;
export const CreateReturnInput = z.object({ order: OrderHandle, ...Asked });
export type CreateReturnInput = z.infer<typeof CreateReturnInput>;

export const GetOrderReturnsInput = z.object({ access: OrderAccess });
export type GetOrderReturnsInput = z.infer<typeof GetOrderReturnsInput>;
export const GetReturnInput = z.object({ return: ReturnHandle });
export type GetReturnInput = z.infer<typeof GetReturnInput>;
export const ListReturnsInput = PageInput.extend({ status: z.enum(returnStatuses).optional(), order: OrderHandle.optional() });
export type ListReturnsInput = z.infer<typeof ListReturnsInput>;

export const ApproveReturnInput = z.object({ return: ReturnHandle, note: Text.optional(), idempotencyKey: IdempotencyKey.optional() });
export type ApproveReturnInput = z.infer<typeof ApproveReturnInput>;
/** The note is what the buyer is told. */
export const RejectReturnInput = z.object({ return: ReturnHandle, note: Text, idempotencyKey: IdempotencyKey.optional() });
export type RejectReturnInput = z.infer<typeof RejectReturnInput>;

export const CancelReturnInput = z.object({ return: ReturnHandle, idempotencyKey: IdempotencyKey.optional() });
/** The buyer says how they may see the order. */
export const CancelOwnReturnInput = CancelReturnInput.extend({ access: OrderAccess });
export type CancelReturnInput = z.infer<typeof CancelReturnInput> & { access?: OrderAccess };

const Count = z.int().min(0).max(10_000_000);
export const ReceiveReturnInput = z.object({
  return: ReturnHandle,
  /** Without lines, all that is still expected is put back on the shelf. Without units, the return is only closed. */
  lines: z.array(z.object({ lineId: z.string().min(1).max(60), restocked: Count.default(0), writtenOff: Count.default(0) })).max(500).optional(),
  /** Where restocked units go; by default to the location that serves first. */
  location: LocationHandle,
  /** Minor units to give back instead of what the units are worth, up to what was paid and not given back yet. */
  refundMinor: z.int().min(0).optional(),
  /** Nothing more is expected, even if less came than was asked for. */
  isLast: z.boolean().default(false),
  note: Text.optional(),
  idempotencyKey: IdempotencyKey.optional(),
});
export type ReceiveReturnInput = z.infer<typeof ReceiveReturnInput>;
