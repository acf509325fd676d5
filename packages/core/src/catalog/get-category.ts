import { categories } from "@cartwright/db";
import { eq } from "drizzle-orm";
import { notFound, type Context } from "../kernel/index.ts";
import { pathTo, refOf, type CategoryNode } from "./category-tree.ts";
import { getListingCounts } from "./listing-counts.ts";
import { resolveCategory } from "./resolve-category.ts";
import type { CategoryView } from "./views.ts";

/** A category by slug, old slug or id. Errors: `category.not_found`. */
export async function getCategory(ctx: Context, input: { slug: string }): Promise<CategoryView> {
  const { node, redirectedFrom } = await resolveCategory(ctx, input.slug);
  return loadCategoryView(ctx, node, redirectedFrom);
}

/** One statement beside the kept tree and counts. */
export async function loadCategoryView(ctx: Context, node: CategoryNode, redirectedFrom: string | null): Promise<CategoryView> {
  const { byCategory } = await getListingCounts(ctx);
  const [row] = await ctx.db
    .select({ description: categories.description, seoTitle: categories.seoTitle, seoDescription: categories.seoDescription })
    .from(categories)
    .where(eq(categories.id, node.id));
  if (!row) throw notFound("category", node.slug);
  return {
    ...refOf(node),
    ...row,
    parentId: node.parent?.id ?? null,
    breadcrumbs: pathTo(node).map(refOf),
    children: node.children.map((child) => ({ ...refOf(child), productCount: byCategory.get(child.id) ?? 0 })),
    productCount: byCategory.get(node.id) ?? 0,
    redirectedFrom,
  };
}
