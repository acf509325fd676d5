import { notFound, type Context } from "../kernel/index.ts";
import { findProductRow, isId, loadProductView } from "./load-product-view.ts";
import { findRedirect } from "./resolve-category.ts";
import type { ProductPageView } from "./views.ts";

/** An active product by slug, old slug or id. Seven statements whatever its size. Errors: `product.not_found`. */
export async function getProduct(ctx: Context, input: { slug: string }): Promise<ProductPageView> {
  const row = await findProductRow(ctx, input.slug);
  if (row?.status === "active") return { product: await loadProductView(ctx, row), redirectedFrom: null };
  const targetId = isId(input.slug) ? null : await findRedirect(ctx, "product", input.slug);
  const target = targetId === null ? null : await findProductRow(ctx, targetId);
  if (target?.status !== "active") throw notFound("product", input.slug);
  return { product: await loadProductView(ctx, target), redirectedFrom: input.slug };
}
