import { categories, isUniqueViolation } from "@cartwright/db";
import { newId, onceByKey, recordAudit, requirePermission, type Context } from "../kernel/index.ts";
import { loadCategoryTree, type CategoryTree } from "./category-tree.ts";
import { loadCategoryView } from "./get-category.ts";
import { forgetCatalog } from "./forget-catalog.ts";
import { lockCategoryTree } from "./listings.ts";
import { requireCategory } from "./require-category.ts";
import type { CreateCategoryInput } from "./schemas.ts";
import { chooseSlug, slugTaken } from "./slugs.ts";
import type { CategoryView } from "./views.ts";

/** Errors: `category.not_found` for the one above, `category.slug_taken`, `access.*`. */
export async function createCategory(ctx: Context, input: CreateCategoryInput): Promise<CategoryView> {
  requirePermission(ctx, "catalog.write");
  const view = await onceByKey(ctx, { procedure: "catalog.createCategory", body: input }, async (ctx) => {
    await lockCategoryTree(ctx);
    const tree = await loadCategoryTree(ctx);
    const parentId = input.parent ? requireCategory(tree, input.parent).id : null;
    const id = newId("cat");
    const slug = await chooseSlug(ctx, "category", input);
    const now = ctx.clock.now();
    const row = {
      id,
      parentId,
      slug,
      name: input.name,
      description: input.description,
      position: input.position ?? nextPosition(tree, parentId),
      seoTitle: input.seoTitle || null,
      seoDescription: input.seoDescription || null,
      createdAt: now,
      updatedAt: now,
    };
    try {
      await ctx.db.insert(categories).values(row);
    } catch (error) {
      throw isUniqueViolation(error, categories.slug) ? slugTaken("category", slug, error) : error;
    }
    await recordAudit(ctx, { action: "category.create", subject: id, after: { slug, parentId } });
    return loadCategoryView(ctx, requireCategory(await loadCategoryTree(ctx), id), null);
  });
  forgetCatalog(ctx);
  return view;
}

/** Behind the last of its siblings. */
export function nextPosition(tree: CategoryTree, parentId: string | null): number {
  const siblings = parentId === null ? tree.roots : (tree.byId.get(parentId)?.children ?? []);
  return Math.max(-1, ...siblings.map((sibling) => sibling.position)) + 1;
}
