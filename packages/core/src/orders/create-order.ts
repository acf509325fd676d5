import { insertMany, orderDiscounts, orderLines, orders, type AddressRecord } from "@cartwright/db";
import { hashToken, nextNumber, type Context } from "../kernel/index.ts";
import { recordFirstEvents } from "./events.ts";

/** The number of a shop's first order. */
export const firstOrderNumber = 1001;

export interface OrderDraft {
  id: string;
  cartId: string;
  accessToken: string;
  accountId: string | null;
  email: string;
  currency: string;
  linesMinor: number;
  discountMinor: number;
  /** What the discount consists of. */
  discounts: OrderDiscountDraft[];
  shippingMinor: number;
  taxMinor: number;
  totalMinor: number;
  pricesIncludeTax: boolean;
  shippingAddress: AddressRecord;
  billingAddress: AddressRecord;
  shippingMethodCode: string;
  shippingMethodName: string;
  paymentMethod: string;
  lines: OrderLineDraft[];
}

export type OrderDiscountDraft = Omit<typeof orderDiscounts.$inferInsert, "orderId" | "position">;

export type OrderLineDraft = Omit<
  typeof orderLines.$inferInsert,
  "orderId" | "position" | "quantityShipped" | "quantityCancelled"
>;

/** Writes an order as `pending` with its first event; call it inside the transaction that holds its stock. */
export async function createPendingOrder(ctx: Context, draft: OrderDraft): Promise<{ number: number }> {
  const { accessToken, lines, discounts, ...columns } = draft;
  const now = ctx.clock.now();
  const number = await nextNumber(ctx.db, "order", firstOrderNumber);
  const dates = { placedAt: now, updatedAt: now };
  await insertMany(ctx.db, orders, [{ ...columns, number, accessHash: hashToken(accessToken), status: "pending", ...dates }]);
  const fresh = { orderId: draft.id, quantityShipped: 0, quantityCancelled: 0 };
  await insertMany(ctx.db, orderLines, lines.map((line, position) => ({ ...line, ...fresh, position })));
  await insertMany(ctx.db, orderDiscounts, discounts.map((discount, position) => ({ ...discount, orderId: draft.id, position })));
  await recordFirstEvents(ctx, draft.id, [{ type: "placed", payload: placedPayload(draft) }]);
  return { number };
}

function placedPayload(draft: OrderDraft) {
  const { currency, linesMinor, discountMinor, shippingMinor, taxMinor, totalMinor, pricesIncludeTax } = draft;
  return {
    currency,
    linesMinor,
    discountMinor,
    shippingMinor,
    taxMinor,
    totalMinor,
    pricesIncludeTax,
    discounts: draft.discounts.map(({ couponId = null, code = null, amountMinor }) => ({ couponId, code, amountMinor })),
    lines: draft.lines.map(({ id, variantId, quantity, totalMinor }) => ({ lineId: id, variantId, quantity, totalMinor })),
  };
}
