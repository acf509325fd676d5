import { lockRow, products } from "@cartwright/db";
import { and, eq, isNull } from "drizzle-orm";
import { DomainError, notFound, type Context } from "../kernel/index.ts";
import { isId } from "./load-product-view.ts";
import { loadStoredProducts } from "./load-stored-products.ts";
import type { StoredProduct } from "./product-content.ts";

/** A product to be changed, by id or slug, locked until the transaction ends. Errors: `product.not_found`, `product.archived`. */
export async function lockProduct(ctx: Context, handle: string): Promise<StoredProduct> {
  const isMeant = isId(handle) ? eq(products.id, handle) : and(eq(products.slug, handle), isNull(products.archivedAt));
  const [row] = await lockRow(ctx.db.select({ id: products.id }).from(products).where(isMeant));
  const stored = row && (await loadStoredProducts(ctx, [row.id])).get(row.id);
  if (!stored) throw notFound("product", handle);
  if (stored.archivedAt !== null) {
    throw new DomainError("conflict", "product.archived", `The product "${stored.slug}" is archived.`, { product: stored.id });
  }
  return stored;
}
