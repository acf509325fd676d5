import { coupons, orders, shippingMethods, variantPrices } from "@cartwright/db";
import { and, eq, gt, isNull, or } from "drizzle-orm";
import {
  DomainError,
  lockShopSettings,
  onceByKey,
  recordAudit,
  requirePermission,
  saveShopSettings,
  type Context,
  type ShopSettings,
} from "../kernel/index.ts";
import { shopReasons, type UpdateShopInput } from "./schemas.ts";

/**
 * Changes what is given; servers that run see it within seconds. Errors: `shop.currency_in_use` with `usedBy`,
 * `shop.home_not_served`, `access.*`. What concerns staff needs `staff.write` as well.
 */
export async function updateShop(ctx: Context, input: UpdateShopInput): Promise<ShopSettings> {
  requirePermission(ctx, "settings.write");
  if (input.staffSecondFactor !== undefined) requirePermission(ctx, "staff.write");
  return onceByKey(ctx, { procedure: "shop.update", body: input }, async (ctx) => {
    const before = await lockShopSettings(ctx);
    const { name = before.name, tagline = before.tagline, currency = before.currency } = input;
    const { country = before.country, countries = before.countries, pricesIncludeTax = before.pricesIncludeTax } = input;
    const { maxLineQuantity = before.maxLineQuantity, holdMinutes = before.holdMinutes, bankAccount = before.bankAccount } = input;
    const { staffSecondFactor = before.staffSecondFactor } = input;
    const shop = { ...before, name, tagline, currency, country, countries, pricesIncludeTax, maxLineQuantity, holdMinutes, bankAccount, staffSecondFactor };
    if (!countries.includes(country)) throw homeNotServed(shop);
    if (currency !== before.currency) await requireUnusedCurrency(ctx, before.currency);
    await saveShopSettings(ctx, shop);
    await recordAudit(ctx, { action: "shop.update", subject: "shop", before, after: shop });
    return shop;
  });
}

function homeNotServed({ country, countries }: ShopSettings): DomainError {
  const message = `The shop's home, ${country}, is none of the countries it sends to. Add it to them, or change both.`;
  return new DomainError("invalid", shopReasons.homeNotServed, message, { field: "country", country, countries });
}

/** Prices are not converted, and orders stay in their currency: what has any fixes it for good. */
async function requireUnusedCurrency(ctx: Context, currency: string): Promise<void> {
  const hasAmount = or(eq(coupons.kind, "amount"), gt(coupons.minimumMinor, 0));
  const found = {
    products: await ctx.db.select({ one: variantPrices.variantId }).from(variantPrices).limit(1),
    "shipping methods": await ctx.db.select({ one: shippingMethods.id }).from(shippingMethods).where(isNull(shippingMethods.archivedAt)).limit(1),
    coupons: await ctx.db.select({ one: coupons.id }).from(coupons).where(and(isNull(coupons.archivedAt), hasAmount)).limit(1),
    orders: await ctx.db.select({ one: orders.id }).from(orders).limit(1),
  };
  const usedBy = Object.entries(found).flatMap(([what, rows]) => (rows.length > 0 ? [what] : []));
  if (usedBy.length === 0) return;
  const message = `The currency stays ${currency}: there are ${usedBy.join(" and ")} in it already.`;
  throw new DomainError("conflict", shopReasons.currencyInUse, message, { field: "currency", currency, usedBy });
}
