import { shippingMethods } from "@cartwright/db";
import { asc, isNull } from "drizzle-orm";
import { requirePermission, type Context } from "../kernel/index.ts";
import { shippingMethodForStaffView, type ShippingMethodForStaffView } from "./views.ts";

/** Every way to send, wherever it goes, in the order of the shop's choice. Errors: `access.*`. */
export async function listShippingMethodsForStaff(ctx: Context): Promise<ShippingMethodForStaffView[]> {
  requirePermission(ctx, "settings.read");
  const rows = await ctx.db
    .select()
    .from(shippingMethods)
    .where(isNull(shippingMethods.archivedAt))
    .orderBy(asc(shippingMethods.position), asc(shippingMethods.id));
  return rows.map(shippingMethodForStaffView);
}
