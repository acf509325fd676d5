import { categories, isUniqueViolation } from "@cartwright/db";
import { eq } from "drizzle-orm";
import { DomainError, onceByKey, recordAudit, requirePermission, type Context } from "../kernel/index.ts";
import { loadCategoryTree, pathTo, subtreeOf, type CategoryNode, type CategoryTree } from "./category-tree.ts";
import { forgetCatalog } from "./forget-catalog.ts";
import { loadCategoryView } from "./get-category.ts";
import { lockCategoryTree, rebuildListing } from "./listings.ts";
import { requireCategory } from "./require-category.ts";
import type { UpdateCategoryInput } from "./schemas.ts";
import { keepSlug, requireFreeSlug, slugTaken } from "./slugs.ts";
import { tellGroupChanged } from "./tell-changes.ts";
import type { CategoryView } from "./views.ts";

/**
 * Changes what is given; `parent: null` makes it a root. Moved, it takes everything below along, and the lists of the
 * categories it left and came under are made anew. Errors: `category.not_found`, `category.slug_taken`,
 * `category.inside_itself`, `access.*`.
 */
export async function updateCategory(ctx: Context, input: UpdateCategoryInput): Promise<CategoryView> {
  requirePermission(ctx, "catalog.write");
  const view = await onceByKey(ctx, { procedure: "catalog.updateCategory", body: input }, async (ctx) => {
    await lockCategoryTree(ctx);
    const tree = await loadCategoryTree(ctx);
    const node = requireCategory(tree, input.category);
    const parentId = nextParent(tree, node, input.parent);
    const slug = input.slug ?? node.slug;
    await requireFreeSlug(ctx, "category", slug, node.id);
    if (slug !== node.slug) await keepSlug(ctx, { subject: "category", id: node.id, from: node.slug, to: slug });
    await write(ctx, node.id, { ...input, slug, parentId });
    const after = await loadCategoryTree(ctx);
    const moved = requireCategory(after, node.id);
    if (parentId !== (node.parent?.id ?? null)) await rebuildAbove(ctx, node, moved, after);
    await tellGroupChanged(ctx, "category", node.id);
    await recordAudit(ctx, {
      action: "category.update",
      subject: node.id,
      before: { slug: node.slug, parentId: node.parent?.id ?? null },
      after: { slug, parentId },
    });
    return loadCategoryView(ctx, moved, null);
  });
  forgetCatalog(ctx);
  return view;
}

async function write(ctx: Context, id: string, next: UpdateCategoryInput & { slug: string; parentId: string | null }): Promise<void> {
  const { name, slug, parentId, description, position, seoTitle, seoDescription } = next;
  try {
    await ctx.db
      .update(categories)
      .set({ name, slug, parentId, description, position, seoTitle, seoDescription, updatedAt: ctx.clock.now() })
      .where(eq(categories.id, id));
  } catch (error) {
    throw isUniqueViolation(error, categories.slug) ? slugTaken("category", slug, error) : error;
  }
}

function nextParent(tree: CategoryTree, node: CategoryNode, handle: string | null | undefined): string | null {
  if (handle === undefined) return node.parent?.id ?? null;
  if (handle === null) return null;
  const parent = requireCategory(tree, handle);
  if (subtreeOf(node).includes(parent)) {
    throw new DomainError("conflict", "category.inside_itself", `"${node.name}" can't be moved into "${parent.name}", which is part of it.`, {
      field: "parent",
    });
  }
  return parent.id;
}

/** Below the moved category nothing changes; above it, only where it was or is and not both. */
async function rebuildAbove(ctx: Context, before: CategoryNode, after: CategoryNode, tree: CategoryTree): Promise<void> {
  const left = pathTo(before).slice(0, -1).map((node) => node.id);
  const entered = pathTo(after).slice(0, -1).map((node) => node.id);
  const changed = [...left.filter((id) => !entered.includes(id)), ...entered.filter((id) => !left.includes(id))];
  for (const id of changed) await rebuildListing(ctx, requireCategory(tree, id));
}
