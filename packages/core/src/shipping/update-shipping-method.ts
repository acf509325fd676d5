import { shippingMethods } from "@cartwright/db";
import { eq } from "drizzle-orm";
import { onceByKey, recordAudit, requirePermission, type Context } from "../kernel/index.ts";
import { lockShippingMethod } from "./lock-shipping-method.ts";
import type { UpdateShippingMethodInput } from "./schemas.ts";
import { shippingMethodForStaffView, type ShippingMethodForStaffView } from "./views.ts";

/** Changes what is given, for orders from now on. Errors: `shipping_method.not_found`, `access.*`. */
export async function updateShippingMethod(ctx: Context, input: UpdateShippingMethodInput): Promise<ShippingMethodForStaffView> {
  requirePermission(ctx, "settings.write");
  return onceByKey(ctx, { procedure: "shipping.update", body: input }, async (ctx) => {
    const before = await lockShippingMethod(ctx, input.code);
    const { name = before.name, description = before.description, priceMinor = before.priceMinor } = input;
    const { freeOverMinor = before.freeOverMinor, countries = before.countries, position = before.position } = input;
    const kind = freeOverMinor === null ? "flat" : "free_over";
    const changed = { name, description, kind, priceMinor, freeOverMinor, countries, position } as const;
    await ctx.db.update(shippingMethods).set(changed).where(eq(shippingMethods.id, before.id));
    const row = { ...before, ...changed };
    await recordAudit(ctx, { action: "shipping_method.update", subject: before.id, before: termsOf(before), after: termsOf(row) });
    return shippingMethodForStaffView(row);
  });
}

function termsOf({ priceMinor, freeOverMinor, currency, countries, position }: typeof shippingMethods.$inferSelect) {
  return { priceMinor, freeOverMinor, currency, countries, position };
}
