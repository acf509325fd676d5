import { z } from "zod";
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
