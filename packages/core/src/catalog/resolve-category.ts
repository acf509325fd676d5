import { slugRedirects } from "@cartwright/db";
import { and, eq } from "drizzle-orm";
import { notFound, type Context } from "../kernel/index.ts";
import { findCategoryNode, getCategoryTree, loadCategoryTree, type CategoryNode } from "./category-tree.ts";

export interface ResolvedCategory {
  node: CategoryNode;
  /** The old slug it was asked for by. */
  redirectedFrom: string | null;
}

/** A category by id, slug or an old slug. Costs a statement only when it is not known. Errors: `category.not_found`. */
export async function resolveCategory(ctx: Context, handle: string): Promise<ResolvedCategory> {
  const node = findCategoryNode(await getCategoryTree(ctx), handle);
  if (node) return { node, redirectedFrom: null };
  // Another server may have made or renamed it within the last seconds.
  const tree = await loadCategoryTree(ctx);
  const newNode = findCategoryNode(tree, handle);
  if (newNode) return { node: newNode, redirectedFrom: null };
  const targetId = await findRedirect(ctx, "category", handle);
  const target = targetId === null ? undefined : tree.byId.get(targetId);
  if (!target) throw notFound("category", handle);
  return { node: target, redirectedFrom: handle };
}

/** The id an old slug leads to. */
export async function findRedirect(ctx: Context, subject: "product" | "category" | "brand", slug: string): Promise<string | null> {
  const [row] = await ctx.db
    .select({ id: slugRedirects.subjectId })
    .from(slugRedirects)
    .where(and(eq(slugRedirects.subject, subject), eq(slugRedirects.slug, slug)));
  return row?.id ?? null;
}
