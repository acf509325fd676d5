import { orders, shipments, type AddressRecord } from "@cartwright/db";
import { and, asc, eq, isNull } from "drizzle-orm";
import { hashToken, newToken, type Context } from "../kernel/index.ts";
import { recordOrderEvents } from "./events.ts";
import { isOrderOf, type Buyer } from "./person-orders.ts";

/** An order that was somebody's. */
export interface AnonymisedOrder {
  id: string;
  cartId: string | null;
  updatedAt: Date;
}

/**
 * Takes the buyer out of their orders. What books and taxes need stays: number, date, lines, amounts, payments and the
 * countries that decide the tax. Name, address, e-mail, tracking numbers and the way in by the confirmation link go. Call it
 * inside the transaction that forgets the person. Returns the orders as they were.
 */
export async function anonymiseOrders(ctx: Context, buyer: Buyer): Promise<AnonymisedOrder[]> {
  const rows = await ctx.db
    .select()
    .from(orders)
    .where(and(isOrderOf(buyer), isNull(orders.anonymisedAt)))
    .orderBy(asc(orders.id));
  for (const { id, shippingAddress, billingAddress } of rows) {
    const now = ctx.clock.now();
    const kept = { shippingAddress: countryOf(shippingAddress), billingAddress: countryOf(billingAddress) };
    // A link that nobody holds: what the buyer has opens nothing any more.
    const accessHash = hashToken(newToken());
    await ctx.db.update(orders).set({ ...kept, email: "", accessHash, anonymisedAt: now, updatedAt: now }).where(eq(orders.id, id));
    await ctx.db.update(shipments).set({ trackingNumber: null }).where(eq(shipments.orderId, id));
    await recordOrderEvents(ctx, id, [{ type: "anonymised", payload: {} }]);
  }
  return rows.map(({ id, cartId, updatedAt }) => ({ id, cartId, updatedAt }));
}

function countryOf({ country }: AddressRecord): AddressRecord {
  return { name: "", company: null, line1: "", line2: null, postcode: null, city: "", region: null, country, phone: null };
}
