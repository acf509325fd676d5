import { stockCountStatuses, transferStatuses } from "@cartwright/db/constants/inventory";
import { z } from "zod";
import { Moment } from "../kernel/moment.ts";
import { PageInput } from "../kernel/page.ts";

const VariantId = z.string().min(1).max(60);
/** A location by id or by code; without one it is the first by priority. */
export const LocationHandle = z.string().min(1).max(60).optional();
const Quantity = z.int().min(1).max(10_000_000);
const Reason = z.string().trim().min(1).max(500);
/** Sent by clients so that a repeat has no second effect. */
export const IdempotencyKey = z.string().min(8).max(100);

export const GetLevelsInput = z.object({ variantId: VariantId });
export const GetAvailabilityInput = z.object({ variantIds: z.array(VariantId).min(1).max(100) });
export type GetAvailabilityInput = z.infer<typeof GetAvailabilityInput>;

export const WatchAvailabilityInput = GetAvailabilityInput;
export type WatchAvailabilityInput = z.infer<typeof WatchAvailabilityInput>;

/** Without variants, every level that changes. `lastEventId` is where an earlier stream ended. */
export const WatchLevelsInput = z.object({
  variantIds: z.array(VariantId).min(1).max(100).optional(),
  location: LocationHandle,
  lastEventId: Moment.optional(),
});
export type WatchLevelsInput = z.infer<typeof WatchLevelsInput>;

export const ReceiveStockInput = z.object({
  variantId: VariantId,
  location: LocationHandle,
  quantity: Quantity,
  reason: Reason.optional(),
  reference: z.string().trim().min(1).max(100).optional(),
  idempotencyKey: IdempotencyKey.optional(),
});
export type ReceiveStockInput = z.infer<typeof ReceiveStockInput>;

/** Either a change (`by`, may be negative) or a count (`to`); a reason is always given. */
export const AdjustStockInput = z
  .object({
    variantId: VariantId,
    location: LocationHandle,
    by: z.int().min(-10_000_000).max(10_000_000).optional(),
    to: z.int().min(0).max(100_000_000).optional(),
    reason: Reason,
    idempotencyKey: IdempotencyKey.optional(),
  })
  .refine((input) => (input.by === undefined) !== (input.to === undefined), {
    path: ["by"],
    message: "Give either the change (by) or the new count (to).",
  })
  .refine((input) => input.by !== 0, { path: ["by"], message: "A change of 0 changes nothing." });
export type AdjustStockInput = z.infer<typeof AdjustStockInput>;

export const ListMovementsInput = PageInput.extend({ variantId: VariantId });
export type ListMovementsInput = z.infer<typeof ListMovementsInput>;

export const ListLowStockInput = PageInput;
export type ListLowStockInput = z.infer<typeof ListLowStockInput>;

/** What a location is called at the command line and on labels; it never changes. */
export const LocationCode = z
  .string()
  .min(1)
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "Use lower-case letters, digits and single hyphens, such as town-shop.");
const SomeLocation = z.string().min(1, "Give a location.").max(60);
const LocationName = z.string().trim().min(1, "Give the location a name.").max(100);
/** Lower serves first. */
const Priority = z.int().min(0).max(10_000);

export const CreateLocationInput = z.object({
  code: LocationCode,
  name: LocationName,
  /** Without one it serves last. */
  priority: Priority.optional(),
  idempotencyKey: IdempotencyKey.optional(),
});
export type CreateLocationInput = z.infer<typeof CreateLocationInput>;

/** Changes what is given. */
export const UpdateLocationInput = z.object({
  location: SomeLocation,
  name: LocationName.optional(),
  priority: Priority.optional(),
  idempotencyKey: IdempotencyKey.optional(),
});
export type UpdateLocationInput = z.infer<typeof UpdateLocationInput>;

export const ArchiveLocationInput = z.object({ location: SomeLocation, idempotencyKey: IdempotencyKey.optional() });
export type ArchiveLocationInput = z.infer<typeof ArchiveLocationInput>;

/** Changes what is given. */
export const SetLevelInput = z
  .object({
    variantId: VariantId,
    location: LocationHandle,
    /** Low at so many available units or fewer. */
    lowStockThreshold: z.int().min(0).max(10_000_000).optional(),
    /** Units that may be promised beyond what is on hand. */
    backorderLimit: z.int().min(0).max(10_000_000).optional(),
    idempotencyKey: IdempotencyKey.optional(),
  })
  .refine((input) => input.lowStockThreshold !== undefined || input.backorderLimit !== undefined, {
    path: ["lowStockThreshold"],
    message: "Give a threshold, a backorder limit, or both.",
  });
export type SetLevelInput = z.infer<typeof SetLevelInput>;

export const ListStockAlertsInput = PageInput.extend({
  /** All that were raised from then on, cleared ones too. Without it: those that are open. */
  since: Moment.optional(),
});
export type ListStockAlertsInput = z.infer<typeof ListStockAlertsInput>;

const mostLines = 1_000;
const Note = z.string().trim().min(1).max(500);
/** By number or by id. */
const Numbered = z.string().trim().min(1).max(60);

function eachOnce(lines: readonly { variantId: string }[] | undefined): boolean {
  return lines === undefined || new Set(lines.map((line) => line.variantId)).size === lines.length;
}
const twice = "Name each variant once.";

export const SendTransferInput = z.object({
  from: SomeLocation,
  to: SomeLocation,
  lines: z.array(z.object({ variantId: VariantId, quantity: Quantity })).min(1).max(mostLines).refine(eachOnce, twice),
  note: Note.optional(),
  idempotencyKey: IdempotencyKey.optional(),
});
export type SendTransferInput = z.infer<typeof SendTransferInput>;

const Units = z.int().min(0).max(10_000_000);

export const ReceiveTransferInput = z.object({
  transfer: Numbered,
  /** What arrived and what never will. Without lines everything that is still under way has arrived. */
  lines: z
    .array(
      z
        .object({ variantId: VariantId, received: Units.default(0), lost: Units.default(0) })
        .refine((line) => line.received + line.lost > 0, "Give what was received, what was lost, or both."),
    )
    .min(1)
    .max(mostLines)
    .refine(eachOnce, twice)
    .optional(),
  idempotencyKey: IdempotencyKey.optional(),
});
export type ReceiveTransferInput = z.infer<typeof ReceiveTransferInput>;

export const TransferInput = z.object({ transfer: Numbered, idempotencyKey: IdempotencyKey.optional() });
export type TransferInput = z.infer<typeof TransferInput>;

export const ListTransfersInput = PageInput.extend({ status: z.enum(transferStatuses).optional() });
export type ListTransfersInput = z.infer<typeof ListTransfersInput>;

export const StartCountInput = z.object({ location: LocationHandle, note: Note.optional(), idempotencyKey: IdempotencyKey.optional() });
export type StartCountInput = z.infer<typeof StartCountInput>;

export const CountLinesInput = z.object({
  count: Numbered,
  lines: z.array(z.object({ variantId: VariantId, counted: Units })).min(1).max(mostLines).refine(eachOnce, twice),
  idempotencyKey: IdempotencyKey.optional(),
});
export type CountLinesInput = z.infer<typeof CountLinesInput>;

export const CountInput = z.object({ count: Numbered, idempotencyKey: IdempotencyKey.optional() });
export type CountInput = z.infer<typeof CountInput>;

export const ListCountsInput = PageInput.extend({ status: z.enum(stockCountStatuses).optional() });
export type ListCountsInput = z.infer<typeof ListCountsInput>;
