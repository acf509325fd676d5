import { products } from "@cartwright/db";
import { asc, count, eq, gt } from "drizzle-orm";
import { createHash } from "node:crypto";
import { loadSearchable, type SearchableProduct } from "../catalog/index.ts";
import type { Context } from "../kernel/index.ts";
import { countUnitsSold } from "../orders/index.ts";
import type { SearchDocument } from "./documents.ts";
import type { DocumentSource } from "./engine.ts";
import { plainText } from "./text/plain-text.ts";

const popularDays = 90;

/** The shop's active products, as documents. */
export const catalogSource: DocumentSource = {
  load: buildDocuments,

  async idsAfter({ db }, after, limit) {
    const ids: string[] = [];
    // Along the ids alone: asked for active ones, SQLite would sort all of those each time.
    for (let last = after ?? ""; ids.length < limit; ) {
      const rows = await db.select({ id: products.id, status: products.status }).from(products).where(gt(products.id, last)).orderBy(asc(products.id)).limit(limit);
      for (const { id, status } of rows) if (status === "active" && ids.length < limit) ids.push(id);
      last = rows.at(-1)?.id ?? last;
      if (rows.length < limit) break;
    }
    return ids;
  },

  async count({ db }) {
    const [row] = await db.select({ count: count() }).from(products).where(eq(products.status, "active"));
    return row?.count ?? 0;
  },
};

/** Documents of those of the products that are active: a fixed number of statements for some hundred of them. */
export async function buildDocuments(ctx: Context, productIds: readonly string[]): Promise<SearchDocument[]> {
  const found = await loadSearchable(ctx, [...new Set(productIds)]);
  const since = new Date(ctx.clock.now().getTime() - popularDays * 86_400_000);
  const sold = await countUnitsSold(ctx, { variantIds: found.flatMap((product) => product.variantIds), since });
  return found.map((product) => documentOf(product, { currency: ctx.shop.currency, popularity: sold.get(product.id) ?? 0 }));
}

function documentOf(product: SearchableProduct, { currency, popularity }: { currency: string; popularity: number }): SearchDocument {
  const facts = {
    productId: product.id,
    slug: product.slug,
    title: product.title,
    sortKey: product.sortKey,
    brand: product.brand,
    categoryIds: product.categories.map(({ id }) => id),
    categoryNames: product.categories.map(({ name }) => name),
    tags: product.tags,
    optionValues: product.optionValues,
    attributes: product.attributes.map(({ code, name, type, isFacet, values }) => ({ code, name, type, isFacet, values })),
    description: plainText(product.descriptionHtml),
    skus: product.skus,
    barcodes: product.barcodes,
    priceMinMinor: product.priceMinMinor,
    priceMaxMinor: product.priceMaxMinor,
    currency,
    inStock: product.isInStock,
    imageUrl: product.imageUrl,
    publishedAt: product.publishedAt?.toISOString() ?? null,
    createdAt: product.createdAt.toISOString(),
  };
  return { ...facts, popularity, hash: hashOf(facts) };
}

/** Short and long enough: 128 bits. */
export function hashOf(facts: unknown): string {
  return createHash("sha256").update(JSON.stringify(facts)).digest("base64url").slice(0, 22);
}
