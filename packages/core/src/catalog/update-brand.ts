import { brands, isUniqueViolation } from "@cartwright/db";
import { eq } from "drizzle-orm";
import { onceByKey, recordAudit, requirePermission, sortKey, type Context } from "../kernel/index.ts";
import { forgetCatalog } from "./forget-catalog.ts";
import { getListingCounts } from "./listing-counts.ts";
import { lockBrand } from "./lock-brand.ts";
import type { UpdateBrandInput } from "./schemas.ts";
import { keepSlug, requireFreeSlug, slugTaken } from "./slugs.ts";
import { tellGroupChanged } from "./tell-changes.ts";
import type { BrandView } from "./views.ts";

/** Changes what is given. Errors: `brand.not_found`, `brand.slug_taken`, `access.*`. */
export async function updateBrand(ctx: Context, input: UpdateBrandInput): Promise<BrandView> {
  requirePermission(ctx, "catalog.write");
  const brand = await onceByKey(ctx, { procedure: "catalog.updateBrand", body: input }, async (ctx) => {
    const before = await lockBrand(ctx, input.brand);
    const { id } = before;
    const { name = before.name, slug = before.slug, description = before.description } = input;
    await requireFreeSlug(ctx, "brand", slug, id);
    if (slug !== before.slug) await keepSlug(ctx, { subject: "brand", id, from: before.slug, to: slug });
    try {
      await ctx.db
        .update(brands)
        .set({ name, slug, description, sortKey: sortKey(name), updatedAt: ctx.clock.now() })
        .where(eq(brands.id, id));
    } catch (error) {
      throw isUniqueViolation(error, brands.slug) ? slugTaken("brand", slug, error) : error;
    }
    await tellGroupChanged(ctx, "brand", id);
    await recordAudit(ctx, { action: "brand.update", subject: id, before: { slug: before.slug }, after: { slug } });
    return { id, slug, name, description };
  });
  forgetCatalog(ctx);
  return { ...brand, productCount: (await getListingCounts(ctx)).byBrand.get(brand.id) ?? 0 };
}
