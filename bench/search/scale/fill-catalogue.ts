import { newId, sortKey, type Context } from "@cartwright/core/kernel";
import {
  attributeChoices,
  attributes,
  brands,
  categories,
  inTransaction,
  insertMany,
  locations,
  orderLines,
  orders,
  productAttributes,
  productCategories,
  productOptions,
  productOptionValues,
  products,
  stockLevels,
  variantOptionValues,
  variantPrices,
  variants,
} from "@cartwright/db";
import { brandNames, categories as categoryNames, scaleProduct, type ScaleProduct } from "./scale-product.ts";
import { colours, materials, rooms, styles } from "./words.ts";

const blockSize = 2_000;

interface Taxonomy {
  location: string;
  brandIds: string[];
  categoryIds: string[];
  choiceIds: Record<"colour" | "material" | "style" | "room", string[]>;
  attributeIds: Record<string, string>;
}

/**
 * So many products with all that search reads of them, written into the tables in blocks: the verbs would take hours for a
 * million. What search does not read (pictures, listings of categories, movements of stock) is left out.
 */
export async function fillCatalogue(ctx: Context, count: number, say: (text: string) => void): Promise<void> {
  const taxonomy = await inTransaction(ctx, (ctx) => makeTaxonomy(ctx));
  for (let from = 0; from < count; from += blockSize) {
    const block = Array.from({ length: Math.min(blockSize, count - from) }, (_, i) => scaleProduct(from + i));
    await inTransaction(ctx, (ctx) => insertBlock(ctx, block, taxonomy));
    if (from % 100_000 === 0 && from > 0) say(`${from} products`);
  }
}

async function makeTaxonomy(ctx: Context): Promise<Taxonomy> {
  const at = { createdAt: ctx.clock.now(), updatedAt: ctx.clock.now() };
  const location = newId("loc");
  await insertMany(ctx.db, locations, [{ id: location, code: "main", name: "Main", priority: 0 }]);
  const brandIds = brandNames.map(() => newId("brd"));
  await insertMany(ctx.db, brands, brandNames.map((name, i) => ({ id: brandIds[i] ?? "", slug: name.toLowerCase(), name, sortKey: sortKey(name), description: "", ...at })));
  const categoryIds = categoryNames.map(() => newId("cat"));
  const rows = categoryNames.map(({ name, parent }, i) => ({
    id: categoryIds[i] ?? "",
    parentId: parent === null ? null : (categoryIds[categoryNames.findIndex((other) => other.name === parent && other.parent === null)] ?? null),
    slug: `${name.toLowerCase().replace(/[^a-z]+/g, "-")}-${i}`,
    name,
    description: "",
    position: i,
    ...at,
  }));
  await insertMany(ctx.db, categories, rows);
  const lists = { colour: colours, material: materials, style: styles, room: rooms };
  const attributeIds = Object.fromEntries([...Object.keys(lists), "weight"].map((code) => [code, newId("att")]));
  const attributeRows = Object.entries(attributeIds).map(([code, id], position) => ({
    id,
    code,
    name: `${code.charAt(0).toUpperCase()}${code.slice(1)}`,
    type: code === "weight" ? ("number" as const) : ("list" as const),
    unit: code === "weight" ? "g" : null,
    isFacet: true,
    position,
  }));
  await insertMany(ctx.db, attributes, attributeRows);
  const choicesOf = async (code: keyof typeof lists) => {
    const ids = lists[code].map(() => newId("cho"));
    const choices = lists[code].map((name, position) => ({ id: ids[position] ?? "", attributeId: attributeIds[code] ?? "", slug: name.toLowerCase().replaceAll(" ", "-"), name, position }));
    await insertMany(ctx.db, attributeChoices, choices);
    return ids;
  };
  const choiceIds = { colour: await choicesOf("colour"), material: await choicesOf("material"), style: await choicesOf("style"), room: await choicesOf("room") };
  return { location, brandIds, categoryIds, choiceIds, attributeIds };
}

async function insertBlock(ctx: Context, block: readonly ScaleProduct[], taxonomy: Taxonomy): Promise<void> {
  const { db } = ctx;
  const made = block.map((product) => ({ product, id: newId("prd"), variantIds: (product.sizes.length === 0 ? [""] : product.sizes).map(() => newId("var")) }));
  const at = { createdAt: ctx.clock.now(), updatedAt: ctx.clock.now() };
  const each = <Row>(rows: (made: { product: ScaleProduct; id: string; variantIds: string[] }) => Row[]) => made.flatMap(rows);
  await insertMany(db, products, each(({ product, id }) => [productRow(product, id, { ...at, brandId: taxonomy.brandIds[product.brand] ?? null })]));
  await insertMany(db, variants, each(({ product, id, variantIds }) => variantIds.map((variantId, position) => ({ id: variantId, productId: id, sku: `SC-${product.index}-${position}`, barcode: null, position, weightGrams: product.weightGrams, imageId: null, ...at }))));
  await insertMany(db, variantPrices, each(({ product, variantIds }) => variantIds.map((variantId) => ({ variantId, currency: ctx.shop.currency, priceMinor: product.priceMinor, compareAtMinor: null }))));
  await insertMany(db, stockLevels, each(({ product, variantIds }) => variantIds.map((variantId) => stockRow(product, variantId, taxonomy.location, at.updatedAt))));
  await insertSizes(ctx, made.filter(({ product }) => product.sizes.length > 0));
  await insertMany(db, productCategories, each(({ product, id }) => [{ productId: id, categoryId: taxonomy.categoryIds[product.kind.category] ?? "", position: 0 }]));
  await insertMany(db, productAttributes, each(({ product, id }) => attributeRows(product, id, taxonomy)));
  await insertSales(ctx, made.filter(({ product }) => product.sold > 0));
}

function productRow({ index, title, description, priceMinor, publishedAt }: ScaleProduct, id: string, given: { brandId: string | null; createdAt: Date; updatedAt: Date }) {
  return {
    id,
    slug: `scale-${index}`,
    title,
    sortKey: sortKey(title),
    descriptionHtml: `<p>${description}</p>`,
    status: "active" as const,
    priceFromMinor: priceMinor,
    priceToMinor: priceMinor,
    publishedAt,
    ...given,
  };
}

function stockRow({ stock }: ScaleProduct, variantId: string, locationId: string, updatedAt: Date) {
  return { variantId, locationId, onHand: stock, reserved: 0, backorderLimit: 0, lowStockThreshold: 0, isShort: false, isLow: stock === 0, isSellable: stock > 0, updatedAt };
}

async function insertSizes({ db }: Context, made: readonly { product: ScaleProduct; id: string; variantIds: string[] }[]): Promise<void> {
  const options = made.map(({ product, id, variantIds }) => ({ id: newId("opt"), productId: id, variantIds, values: product.sizes.map((name) => ({ id: newId("val"), name })) }));
  await insertMany(db, productOptions, options.map(({ id, productId }) => ({ id, productId, name: "Size", position: 0 })));
  await insertMany(db, productOptionValues, options.flatMap(({ id, values }) => values.map((value, position) => ({ ...value, optionId: id, position }))));
  await insertMany(db, variantOptionValues, options.flatMap(({ variantIds, values }) => variantIds.map((variantId, i) => ({ variantId, optionValueId: values[i]?.id ?? "" }))));
}

function attributeRows(product: ScaleProduct, productId: string, { attributeIds, choiceIds }: Taxonomy) {
  const chosen = (["colour", "material", "style", "room"] as const).map((code) => ({
    id: newId("pat"),
    productId,
    attributeId: attributeIds[code] ?? "",
    choiceId: choiceIds[code][product[code]] ?? null,
  }));
  return [...chosen, { id: newId("pat"), productId, attributeId: attributeIds["weight"] ?? "", numberValue: product.weightGrams }];
}

/** One large order a block, from which search reads how often a product was sold. */
async function insertSales(ctx: Context, sold: readonly { product: ScaleProduct; id: string; variantIds: string[] }[]): Promise<void> {
  const address = { name: "", company: null, line1: "", line2: null, postcode: "", city: "", region: null, country: "DE", phone: null };
  const now = ctx.clock.now();
  const id = newId("ord");
  const amounts = { linesMinor: 0, discountMinor: 0, shippingMinor: 0, taxMinor: 0, totalMinor: 0, pricesIncludeTax: true };
  const order = { id, number: now.getTime() * 1_000 + Math.floor(Math.random() * 1_000), accessHash: id, status: "delivered" as const, email: "", currency: ctx.shop.currency, ...amounts };
  await insertMany(ctx.db, orders, [{ ...order, shippingAddress: address, billingAddress: address, shippingMethodCode: "", shippingMethodName: "", paymentMethod: "test_card", placedAt: now, updatedAt: now }]);
  const lines = sold.map(({ product, id: productId, variantIds: [variantId = ""] }, position) => ({
    id: newId("lin"),
    orderId: id,
    variantId,
    productId,
    productSlug: `scale-${product.index}`,
    productTitle: product.title,
    variantTitle: "",
    sku: null,
    quantity: product.sold,
    unitPriceMinor: product.priceMinor,
    totalMinor: product.priceMinor * product.sold,
    discountMinor: 0,
    taxRateBasisPoints: 0,
    taxMinor: 0,
    quantityShipped: product.sold,
    quantityCancelled: 0,
    position,
  }));
  await insertMany(ctx.db, orderLines, lines);
}
