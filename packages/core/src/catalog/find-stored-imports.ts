import { products } from "@cartwright/db";
import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import type { Context } from "../kernel/index.ts";
import { loadStoredProducts } from "./load-stored-products.ts";
import type { StoredProduct } from "./product-content.ts";
import type { ImportProduct } from "./schemas.ts";

/**
 * The products that a batch means, by slug. A slug may have been used by archived ones before; those are meant only
 * by a product that says it is archived itself.
 */
export async function findStoredImports(ctx: Context, drafts: readonly ImportProduct[]): Promise<Map<string, StoredProduct>> {
  const slugs = drafts.map((draft) => draft.slug);
  const archivedSlugs = drafts.filter((draft) => draft.status === "archived").map((draft) => draft.slug);
  const { id, slug } = products;
  const archived =
    archivedSlugs.length === 0
      ? []
      : await ctx.db
          .select({ id, slug })
          .from(products)
          .where(and(inArray(slug, archivedSlugs), eq(products.status, "archived")))
          .orderBy(asc(id));
  const live =
    slugs.length === 0 ? [] : await ctx.db.select({ id, slug }).from(products).where(and(inArray(slug, slugs), isNull(products.archivedAt)));
  const idOf = new Map([...archived, ...live].map((row) => [row.slug, row.id]));
  const stored = await loadStoredProducts(ctx, [...idOf.values()]);
  return new Map([...stored.values()].map((product) => [product.slug, product]));
}
