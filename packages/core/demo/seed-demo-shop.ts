import { accounts, attributes, brands, categories, coupons, products, settings, shippingMethods } from "@cartwright/db";
import { count, eq } from "drizzle-orm";
import { createAccount } from "../src/accounts/index.ts";
import { createAttribute, createBrand, createCategory } from "../src/catalog/index.ts";
import { openDefaultLocation } from "../src/inventory/index.ts";
import { saveShopSettings, type Context } from "../src/kernel/index.ts";
import { createCoupon } from "../src/promotions/index.ts";
import { createShippingMethod } from "../src/shipping/index.ts";
import { setTaxRate } from "../src/tax/index.ts";
import { demoAttributes, demoBrands, demoCategories } from "./catalogue/index.ts";
import { seedOrders } from "./seed-orders.ts";
import { seedProducts } from "./seed-products.ts";
import { seedSearch } from "./seed-search.ts";
import { seedStock } from "./seed-stock.ts";
import { demoAccounts, demoCoupons, demoShipping, demoShop, demoTaxRates } from "./shop.ts";

export { demoAccounts };

export interface SeedOptions {
  /** Without pictures the shop is filled in a second. */
  hasPictures: boolean;
  onProgress?: (done: number, total: number) => void;
}

/** Where the seed notes how far it came, so that one that was cut short goes on. */
const markerKey = "demo_shop";

/**
 * Fills an empty database with the demo shop. A database that somebody has begun to use is left alone.
 * Returns whether the demo shop is there afterwards.
 */
export async function seedDemoShop(ctx: Context, options: SeedOptions): Promise<boolean> {
  const marker = await readMarker(ctx);
  if (marker === "filled") return true;
  if (marker === null && !(await isEmpty(ctx))) return false;
  await writeMarker(ctx, "filling");
  ctx = { ...ctx, shop: { ...ctx.shop, ...demoShop } };
  await saveShopSettings(ctx, ctx.shop);
  await seedAccounts(ctx);
  await seedLogistics(ctx);
  await seedCoupons(ctx);
  await seedTaxonomy(ctx);
  await seedProducts(ctx, options);
  await seedStock(ctx);
  await seedOrders(ctx);
  await seedSearch(ctx);
  await writeMarker(ctx, "filled");
  return true;
}

async function readMarker(ctx: Context): Promise<string | null> {
  const [row] = await ctx.db.select().from(settings).where(eq(settings.key, markerKey));
  return row?.value ?? null;
}

async function writeMarker(ctx: Context, value: string): Promise<void> {
  const row = { key: markerKey, value, updatedAt: ctx.clock.now() };
  await ctx.db.insert(settings).values(row).onConflictDoUpdate({ target: settings.key, set: row });
}

async function isEmpty(ctx: Context): Promise<boolean> {
  for (const table of [products, accounts, categories]) {
    const [row] = await ctx.db.select({ count: count() }).from(table);
    if (Number(row?.count) > 0) return false;
  }
  return true;
}

async function seedAccounts(ctx: Context): Promise<void> {
  const known = new Set((await ctx.db.select({ email: accounts.email }).from(accounts)).map((row) => row.email));
  const { customer, admin } = demoAccounts;
  if (!known.has(customer.email)) await createAccount(ctx, { ...customer, role: "customer" });
  if (!known.has(admin.email)) await createAccount(ctx, { ...admin, role: "admin" });
}

async function seedLogistics(ctx: Context): Promise<void> {
  await openDefaultLocation(ctx);
  const known = new Set((await ctx.db.select().from(shippingMethods)).map((row) => row.code));
  for (const method of demoShipping) if (!known.has(method.code)) await createShippingMethod(ctx, method);
  for (const [country, name, rateBasisPoints] of demoTaxRates) await setTaxRate(ctx, { country, name, rateBasisPoints });
}

async function seedCoupons(ctx: Context): Promise<void> {
  const known = new Set((await ctx.db.select({ code: coupons.code }).from(coupons)).map((row) => row.code));
  for (const coupon of demoCoupons) if (!known.has(coupon.code)) await createCoupon(ctx, coupon);
}

async function seedTaxonomy(ctx: Context): Promise<void> {
  const knownBrands = new Set((await ctx.db.select().from(brands)).map((row) => row.slug));
  for (const brand of demoBrands) if (!knownBrands.has(brand.slug)) await createBrand(ctx, { ...brand });
  const knownCategories = new Set((await ctx.db.select().from(categories)).map((row) => row.slug));
  // Parents stand before their children.
  for (const category of demoCategories) if (!knownCategories.has(category.slug)) await createCategory(ctx, { ...category });
  const knownAttributes = new Set((await ctx.db.select().from(attributes)).map((row) => row.code));
  for (const attribute of demoAttributes) {
    if (!knownAttributes.has(attribute.code)) await createAttribute(ctx, { ...attribute, choices: [...(attribute.choices ?? [])] });
  }
}
