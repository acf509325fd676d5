import type { shippingMethods } from "@cartwright/db";

type Tariff = Pick<typeof shippingMethods.$inferSelect, "kind" | "priceMinor" | "freeOverMinor">;

/** A method's price for goods of a value, both in minor units. */
export function shippingPriceMinor(method: Tariff, goodsMinor: number): number {
  const isFree = method.kind === "free_over" && method.freeOverMinor !== null && goodsMinor >= method.freeOverMinor;
  return isFree ? 0 : method.priceMinor;
}
