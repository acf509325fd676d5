import { loadShopSettings, requirePermission, type Context, type ShopSettings } from "../kernel/index.ts";

/** Everything the shop has chosen, as it is stored now. Errors: `access.*`. */
export async function getShopSettings(ctx: Context): Promise<ShopSettings> {
  requirePermission(ctx, "settings.read");
  return loadShopSettings(ctx.db);
}
