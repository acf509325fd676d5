import { shippingMethods } from "@cartwright/db";
import { eq } from "drizzle-orm";
import { onceByKey, recordAudit, requirePermission, type Context } from "../kernel/index.ts";
import { lockShippingMethod } from "./lock-shipping-method.ts";
import type { ArchiveShippingMethodInput } from "./schemas.ts";
import { shippingMethodForStaffView, type ShippingMethodForStaffView } from "./views.ts";

/**
 * Offers a way to send no more: who had chosen it chooses again, orders keep it, its code is free again.
 * Errors: `shipping_method.not_found`, `access.*`.
 */
export async function archiveShippingMethod(ctx: Context, { code }: ArchiveShippingMethodInput): Promise<ShippingMethodForStaffView> {
  requirePermission(ctx, "settings.write");
  return onceByKey(ctx, { procedure: "shipping.archive", body: { code } }, async (ctx) => {
    const row = await lockShippingMethod(ctx, code);
    await ctx.db.update(shippingMethods).set({ archivedAt: ctx.clock.now() }).where(eq(shippingMethods.id, row.id));
    await recordAudit(ctx, { action: "shipping_method.archive", subject: row.id, before: { code } });
    return shippingMethodForStaffView(row);
  });
}
