import { inTransaction, shippingMethods } from "@cartwright/db";
import type { ShippingMethodKind } from "@cartwright/db/constants/shipping";
import { newId, recordAudit, requirePermission, type Context } from "../kernel/index.ts";

export interface CreateShippingMethod {
  code: string;
  name: string;
  description: string;
  kind: ShippingMethodKind;
  priceMinor: number;
  freeOverMinor?: number;
  /** Empty: everywhere the shop sells. */
  countries: string[];
  position: number;
}

/** In the shop's currency. Errors: `access.*`. */
export async function createShippingMethod(ctx: Context, input: CreateShippingMethod): Promise<{ id: string }> {
  requirePermission(ctx, "catalog.write");
  return inTransaction(ctx, async (ctx) => {
    const id = newId("shm");
    await ctx.db.insert(shippingMethods).values({ ...input, freeOverMinor: input.freeOverMinor ?? null, id, currency: ctx.shop.currency });
    await recordAudit(ctx, { action: "shipping_method.create", subject: id, after: input });
    return { id };
  });
}
