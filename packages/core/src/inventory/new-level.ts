import type { stockLevels } from "@cartwright/db";

/** Levels are low at this many units until the shop says otherwise. */
export const defaultLowStockThreshold = 3;

/** A level before anything but its first stock happened at it. One that begins low has crossed nothing: it raises no alert. Nor is it told to be sold out. */
export function newLevel(variantId: string, locationId: string, now: Date, onHand = 0): typeof stockLevels.$inferInsert {
  const isLow = onHand <= defaultLowStockThreshold;
  return { variantId, locationId, onHand, reserved: 0, backorderLimit: 0, lowStockThreshold: defaultLowStockThreshold, isShort: false, isLow, isSellable: false, updatedAt: now };
}
