import { requirePermission, type Context } from "../kernel/index.ts";
import { getProductView } from "./load-product-view.ts";
import type { ProductView } from "./views.ts";

/** A product of any status by id or slug; an archived one by id only. Errors: `product.not_found`, `access.*`. */
export async function getProductForStaff(ctx: Context, input: { product: string }): Promise<ProductView> {
  requirePermission(ctx, "catalog.read");
  return getProductView(ctx, input.product);
}
