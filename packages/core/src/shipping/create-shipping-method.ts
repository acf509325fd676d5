import { isUniqueViolation, shippingMethods } from "@cartwright/db";
import { isNull, max } from "drizzle-orm";
import { DomainError, lockShopSettings, newId, onceByKey, recordAudit, requirePermission, type Context } from "../kernel/index.ts";
import type { CreateShippingMethodInput } from "./schemas.ts";
import { shippingMethodForStaffView, type ShippingMethodForStaffView } from "./views.ts";

/** A new way to send, priced in the shop's currency. Errors: `shipping_method.code_taken`, `access.*`. */
export async function createShippingMethod(ctx: Context, input: CreateShippingMethodInput): Promise<ShippingMethodForStaffView> {
  requirePermission(ctx, "settings.write");
  return onceByKey(ctx, { procedure: "shipping.create", body: input }, async (ctx) => {
    // Locked, so that the currency can't change under a price in it.
    const { currency } = await lockShopSettings(ctx);
    const { code, name, description, priceMinor, freeOverMinor = null, countries, position = await nextPosition(ctx) } = input;
    const kind = freeOverMinor === null ? "flat" : "free_over";
    const row = { id: newId("shm"), code, name, description, kind, currency, priceMinor, freeOverMinor, countries, position, archivedAt: null } as const;
    try {
      await ctx.db.insert(shippingMethods).values(row);
    } catch (error) {
      throw isUniqueViolation(error, shippingMethods.code) ? codeTaken(code, error) : error;
    }
    await recordAudit(ctx, { action: "shipping_method.create", subject: row.id, after: { code, priceMinor, freeOverMinor, currency, countries, position } });
    return shippingMethodForStaffView(row);
  });
}

async function nextPosition(ctx: Context): Promise<number> {
  const [row] = await ctx.db.select({ last: max(shippingMethods.position) }).from(shippingMethods).where(isNull(shippingMethods.archivedAt));
  return (row?.last ?? -1) + 1;
}

function codeTaken(code: string, cause: unknown): DomainError {
  return new DomainError("conflict", "shipping_method.code_taken", `There is a shipping method "${code}" already.`, { field: "code", code }, { cause });
}
