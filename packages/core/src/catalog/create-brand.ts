import { brands, isUniqueViolation } from "@cartwright/db";
import { newId, onceByKey, recordAudit, requirePermission, sortKey, type Context } from "../kernel/index.ts";
import { forgetCatalog } from "./forget-catalog.ts";
import type { CreateBrandInput } from "./schemas.ts";
import { chooseSlug, slugTaken } from "./slugs.ts";
import type { BrandView } from "./views.ts";

/** Errors: `brand.slug_taken`, `access.*`. */
export async function createBrand(ctx: Context, input: CreateBrandInput): Promise<BrandView> {
  requirePermission(ctx, "catalog.write");
  const { name, description } = input;
  const view = await onceByKey(ctx, { procedure: "catalog.createBrand", body: input }, async (ctx) => {
    const id = newId("brd");
    const slug = await chooseSlug(ctx, "brand", input);
    const now = ctx.clock.now();
    try {
      await ctx.db.insert(brands).values({ id, slug, name, sortKey: sortKey(name), description, createdAt: now, updatedAt: now });
    } catch (error) {
      throw isUniqueViolation(error, brands.slug) ? slugTaken("brand", slug, error) : error;
    }
    await recordAudit(ctx, { action: "brand.create", subject: id, after: { slug } });
    return { id, slug, name, description, productCount: 0 };
  });
  forgetCatalog(ctx);
  return view;
}
