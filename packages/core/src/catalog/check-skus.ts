import { chunked, isUniqueViolation, products, variants } from "@cartwright/db";
import { and, eq, inArray, isNull } from "drizzle-orm";
import { DomainError, type Context } from "../kernel/index.ts";
import type { VariantContent } from "./product-content.ts";
import { slugTaken } from "./slugs.ts";

/** Which product has a SKU among those that are not archived, by SKU. */
export async function findSkuOwners(ctx: Context, skus: Iterable<string>): Promise<Map<string, { productId: string; slug: string }>> {
  const owners = new Map<string, { productId: string; slug: string }>();
  for (const chunk of chunked([...skus])) {
    const rows = await ctx.db
      .select({ sku: variants.sku, productId: variants.productId, slug: products.slug })
      .from(variants)
      .innerJoin(products, eq(products.id, variants.productId))
      .where(and(inArray(variants.sku, chunk), isNull(variants.archivedAt)));
    for (const { sku, ...owner } of rows) if (sku !== null) owners.set(sku, owner);
  }
  return owners;
}

/** Errors: `variant.sku_taken`, naming the SKU and who has it, when another product has one of them. */
export async function requireFreeSkus(ctx: Context, list: readonly VariantContent[], ownId: string | null): Promise<void> {
  const owners = await findSkuOwners(ctx, list.flatMap((variant) => variant.sku ?? []));
  list.forEach(({ sku }, i) => {
    const owner = sku === null ? undefined : owners.get(sku);
    if (sku !== null && owner && owner.productId !== ownId) throw skuTaken(sku, `variants.${i}.sku`, owner.slug);
  });
}

export function skuTaken(sku: string, field: string, slug: string | null, cause?: unknown): DomainError {
  const whose = slug === null ? "another product" : `the product "${slug}"`;
  return new DomainError("conflict", "variant.sku_taken", `The SKU "${sku}" belongs to ${whose}.`, { field, sku }, { cause });
}

/** Somebody took the slug or a SKU between our look and our write: the same refusals as if they had been seen. */
export function asTaken(error: unknown, product: { slug: string; skus: readonly string[] }): unknown {
  if (isUniqueViolation(error, products.slug)) return slugTaken("product", product.slug, error);
  if (isUniqueViolation(error, variants.sku)) {
    const names = product.skus.join(", ");
    return new DomainError("conflict", "variant.sku_taken", `Another product has taken one of these SKUs just now: ${names}.`, { skus: product.skus }, { cause: error });
  }
  return error;
}
