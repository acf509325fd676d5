import { z } from "zod";
import { CouponInput } from "../promotions/schemas.ts";

export const LineQuantity = z.int("Give a whole number.").min(1, "Take at least 1.").max(9_999, "That is more than can be ordered here.");

export const AddCartLineInput = z.object({ variantId: z.string().min(1).max(60), quantity: LineQuantity.default(1) });
export type AddCartLineInput = z.infer<typeof AddCartLineInput>;

/** The new quantity, not the change. */
export const UpdateCartLineInput = z.object({ lineId: z.string().min(1).max(60), quantity: LineQuantity });
export type UpdateCartLineInput = z.infer<typeof UpdateCartLineInput>;

export const RemoveCartLineInput = z.object({ lineId: z.string().min(1).max(60) });
export type RemoveCartLineInput = z.infer<typeof RemoveCartLineInput>;

export const ApplyCouponInput = CouponInput;
export const RemoveCouponInput = CouponInput;

/** Reasons a cart verb refuses with; those of a code are in promotions/schemas.ts. */
export const cartReasons = {
  insufficientStock: "cart.insufficient_stock",
  quantityLimit: "cart.quantity_limit",
  lineLimit: "cart.line_limit",
  notForSale: "cart.not_for_sale",
  lineNotFound: "cart_line.not_found",
  placing: "cart.placing",
} as const;
