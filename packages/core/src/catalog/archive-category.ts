import { categories, categoryListings } from "@cartwright/db";
import { eq } from "drizzle-orm";
import { DomainError, onceByKey, recordAudit, requirePermission, type Context } from "../kernel/index.ts";
import { loadCategoryTree, pathTo } from "./category-tree.ts";
import { forgetCatalog } from "./forget-catalog.ts";
import { loadCategoryView } from "./get-category.ts";
import { lockCategoryTree, rebuildListing } from "./listings.ts";
import { requireCategory } from "./require-category.ts";
import { tellGroupChanged } from "./tell-changes.ts";
import type { CategoryView } from "./views.ts";

/**
 * Takes a category out of the shop. Its products stay, and are no longer found here or above through it; its slug is
 * free again. Errors: `category.not_found`, `category.has_children` until those are moved or archived, `access.*`.
 */
export async function archiveCategory(ctx: Context, input: { category: string }): Promise<CategoryView> {
  requirePermission(ctx, "catalog.write");
  const view = await onceByKey(ctx, { procedure: "catalog.archiveCategory", body: input }, async (ctx) => {
    await lockCategoryTree(ctx);
    const node = requireCategory(await loadCategoryTree(ctx), input.category);
    if (node.children.length > 0) {
      const message = `"${node.name}" still has categories below it. Move or archive them first.`;
      throw new DomainError("conflict", "category.has_children", message, { children: node.children.map((child) => child.slug) });
    }
    const now = ctx.clock.now();
    await ctx.db.update(categories).set({ archivedAt: now, updatedAt: now }).where(eq(categories.id, node.id));
    await ctx.db.delete(categoryListings).where(eq(categoryListings.categoryId, node.id));
    const tree = await loadCategoryTree(ctx);
    for (const above of pathTo(node).slice(0, -1)) await rebuildListing(ctx, requireCategory(tree, above.id));
    await tellGroupChanged(ctx, "category", node.id);
    await recordAudit(ctx, { action: "category.archive", subject: node.id, before: { slug: node.slug } });
    return { ...(await loadCategoryView(ctx, node, null)), productCount: 0 };
  });
  forgetCatalog(ctx);
  return view;
}
