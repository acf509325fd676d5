import { locations, products, stockLevels, stockMovements, taxRates, variantPrices, variants } from "@cartwright/db";
import { eq } from "drizzle-orm";
import { newId, sortKey, type Context } from "../kernel/index.ts";

export interface SellableFacts {
  title?: string;
  priceMinor?: number;
  stock?: number;
}

/** A product with one variant that can be bought, as rows: tests of carts and orders need no more of the catalogue. */
export async function createSellable(ctx: Context, facts: SellableFacts = {}) {
  const { title = "Blue mug", priceMinor = 1_250, stock = 10 } = facts;
  const now = ctx.clock.now();
  const productId = newId("prd");
  const variantId = newId("var");
  const sku = `SKU-${variantId.slice(-8)}`;
  const dates = { createdAt: now, updatedAt: now };
  await ctx.db.insert(products).values({
    id: productId,
    slug: productId.replace("_", "-"),
    title,
    sortKey: sortKey(title),
    descriptionHtml: "",
    status: "active",
    priceFromMinor: priceMinor,
    priceToMinor: priceMinor,
    publishedAt: now,
    ...dates,
  });
  await ctx.db.insert(variants).values({ id: variantId, productId, sku, position: 0, ...dates });
  await ctx.db.insert(variantPrices).values({ variantId, currency: ctx.shop.currency, priceMinor });
  await stockAt(ctx, variantId, await ensureLocation(ctx, "main", 0), stock);
  return { productId, variantId, sku };
}

/** Stock at a location with the movement that explains it. */
export async function stockAt(ctx: Context, variantId: string, locationId: string, onHand: number): Promise<void> {
  const now = ctx.clock.now();
  await ctx.db
    .insert(stockLevels)
    .values({ variantId, locationId, onHand, reserved: 0, backorderLimit: 0, lowStockThreshold: 3, isShort: false, isLow: onHand <= 3, isSellable: onHand > 0, updatedAt: now });
  if (onHand === 0) return;
  await ctx.db
    .insert(stockMovements)
    .values({ id: newId("mov"), variantId, locationId, kind: "received", quantity: onHand, actor: "test", at: now });
}

/** The location of this code, which a server may have made. Priority 0 serves first. */
export async function ensureLocation(ctx: Context, code: string, priority: number): Promise<string> {
  await ctx.db.insert(locations).values({ id: `loc_${code}`, code, name: code, priority }).onConflictDoNothing();
  const [location] = await ctx.db.select({ id: locations.id }).from(locations).where(eq(locations.code, code));
  if (!location) throw new Error("the location was made above");
  return location.id;
}

export async function setRate(ctx: Context, country: string, rateBasisPoints: number): Promise<void> {
  await ctx.db.insert(taxRates).values({ country, name: "VAT", rateBasisPoints }).onConflictDoNothing();
}
