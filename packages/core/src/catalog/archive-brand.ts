import { brands } from "@cartwright/db";
import { eq } from "drizzle-orm";
import { onceByKey, recordAudit, requirePermission, type Context } from "../kernel/index.ts";
import { forgetCatalog } from "./forget-catalog.ts";
import { lockBrand } from "./lock-brand.ts";
import { tellGroupChanged } from "./tell-changes.ts";
import type { BrandView } from "./views.ts";

/**
 * Takes a brand out of the shop. Its products stay and show no brand any more; its slug is free again.
 * Errors: `brand.not_found`, `access.*`.
 */
export async function archiveBrand(ctx: Context, input: { brand: string }): Promise<BrandView> {
  requirePermission(ctx, "catalog.write");
  const view = await onceByKey(ctx, { procedure: "catalog.archiveBrand", body: input }, async (ctx) => {
    const { id, slug, name, description } = await lockBrand(ctx, input.brand);
    const now = ctx.clock.now();
    await ctx.db.update(brands).set({ archivedAt: now, updatedAt: now }).where(eq(brands.id, id));
    await tellGroupChanged(ctx, "brand", id);
    await recordAudit(ctx, { action: "brand.archive", subject: id, before: { slug } });
    return { id, slug, name, description, productCount: 0 };
  });
  forgetCatalog(ctx);
  return view;
}
