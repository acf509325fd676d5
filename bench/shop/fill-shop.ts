import { adjustStock, createLocation } from "@cartwright/core/inventory";
import { importProducts } from "@cartwright/core/catalog";
import type { Context } from "@cartwright/core/kernel";
import { createShippingMethod } from "@cartwright/core/shipping";
import { setTaxRate } from "@cartwright/core/tax";
import { categories, products, stockLevels, variants, type Db } from "@cartwright/db";
import { makeProduct } from "./make-product.ts";
import type { ShopFacts } from "./facts.ts";
import { Random } from "./random.ts";

const batchSize = 500;

const address = { name: "Robin Hale", line1: "Lindenweg 4", postcode: "10115", city: "Berlin", country: "DE" };

/** What a shop needs before it sells anything. */
export async function openForBusiness(ctx: Context): Promise<void> {
  await createLocation(ctx, { code: "main", name: "The barn", priority: 0 });
  const method = { description: "", kind: "flat" as const, countries: [] };
  await createShippingMethod(ctx, { ...method, code: "standard", name: "Standard", priceMinor: 490, position: 0 });
  await createShippingMethod(ctx, { ...method, code: "express", name: "Express", priceMinor: 1_290, position: 1 });
  await setTaxRate(ctx, { country: "DE", name: "MwSt", rateBasisPoints: 1_900 });
}

/** Products through the verb that imports use, so that all they leave behind is as in a real shop. */
export async function fillShop(ctx: Context, count: number, seed: number): Promise<void> {
  for (let from = 0; from < count; from += batchSize) {
    const batch = Array.from({ length: Math.min(batchSize, count - from) }, (_, i) => makeProduct(from + i, seed));
    const { results } = await importProducts(ctx, { products: batch, isDryRun: false });
    const refused = results.find((result) => result.outcome === "failed");
    if (refused) throw new Error(`a generated product was refused: ${JSON.stringify(refused)}`);
  }
}

export async function readFacts(db: Db, seed: number): Promise<ShopFacts> {
  const slugs = await db.select({ slug: products.slug }).from(products);
  const levels = await db.select({ variantId: stockLevels.variantId, onHand: stockLevels.onHand }).from(stockLevels);
  const forSale = new Set((await db.select({ id: variants.id }).from(variants)).map((row) => row.id));
  const stocked = levels.filter((level) => level.onHand > 0 && forSale.has(level.variantId));
  const tree = await db.select({ id: categories.id, slug: categories.slug, parentId: categories.parentId }).from(categories);
  const parents = new Set(tree.map((row) => row.parentId));
  const listed = tree.filter((row) => row.parentId === null || !parents.has(row.id));
  const random = new Random(seed);
  return {
    products: slugs.length,
    slugs: sample(random, slugs.map((row) => row.slug), 400),
    variantIds: sample(random, stocked.map((row) => row.variantId), 4_000),
    scarceVariantIds: [],
    categorySlugs: sample(random, listed.map((row) => row.slug), 24),
    shippingMethod: "standard",
    address,
  };
}

/** Takes some of the variants that sell for those of which there is little. */
export async function makeScarce(ctx: Context, facts: ShopFacts, { variants, units }: { variants: number; units: number }): Promise<ShopFacts> {
  const scarceVariantIds = facts.variantIds.slice(0, variants);
  for (const variantId of scarceVariantIds) await adjustStock(ctx, { variantId, to: units, reason: "few are left" });
  return { ...facts, scarceVariantIds, variantIds: facts.variantIds.slice(variants) };
}

/** So many units of the first variant that buyers at full speed, who want nothing else, don't come to their end. */
export async function makeAbundant(ctx: Context, { variantIds: [variantId] }: ShopFacts): Promise<void> {
  if (variantId) await adjustStock(ctx, { variantId, by: 5_000_000, reason: "everybody will want it" });
}

function sample<Item>(random: Random, items: readonly Item[], count: number): Item[] {
  const rest = [...items];
  return Array.from({ length: Math.min(count, rest.length) }, () => {
    const [item] = rest.splice(random.between(0, rest.length - 1), 1);
    if (item === undefined) throw new Error("the sample is larger than the list");
    return item;
  });
}
