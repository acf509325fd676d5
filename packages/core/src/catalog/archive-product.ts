import { categoryListings, products, variants } from "@cartwright/db";
import { and, eq, isNull } from "drizzle-orm";
import { onceByKey, recordAudit, requirePermission, type Context } from "../kernel/index.ts";
import { forgetCatalog } from "./forget-catalog.ts";
import { lockCategoryTree } from "./listings.ts";
import { getProductView } from "./load-product-view.ts";
import { lockProduct } from "./lock-product.ts";
import { tellProductsChanged } from "./tell-changes.ts";
import type { ProductView } from "./views.ts";

/**
 * Takes a product out of the shop for good, with its variants: orders keep what they know of it, its slug and SKUs
 * are free again. Errors: `product.not_found`, `product.archived`, `access.*`.
 */
export async function archiveProduct(ctx: Context, input: { product: string }): Promise<ProductView> {
  requirePermission(ctx, "catalog.write");
  const view = await onceByKey(ctx, { procedure: "catalog.archiveProduct", body: input }, async (ctx) => {
    const { id, slug } = await lockProduct(ctx, input.product);
    const now = ctx.clock.now();
    await lockCategoryTree(ctx);
    await ctx.db.delete(categoryListings).where(eq(categoryListings.productId, id));
    await ctx.db.update(products).set({ status: "archived", archivedAt: now, updatedAt: now }).where(eq(products.id, id));
    await ctx.db
      .update(variants)
      .set({ archivedAt: now, updatedAt: now })
      .where(and(eq(variants.productId, id), isNull(variants.archivedAt)));
    await tellProductsChanged(ctx, [id]);
    await recordAudit(ctx, { action: "product.archive", subject: id, before: { slug } });
    return getProductView(ctx, id);
  });
  forgetCatalog(ctx);
  return view;
}
