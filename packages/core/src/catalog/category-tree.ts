import { categories } from "@cartwright/db";
import { asc, isNull } from "drizzle-orm";
import { Cached, type Context } from "../kernel/index.ts";
import type { RefView } from "./views.ts";

export interface CategoryNode extends RefView {
  parent: CategoryNode | null;
  position: number;
  children: CategoryNode[];
}

/** All categories that are not archived. */
export interface CategoryTree {
  roots: CategoryNode[];
  byId: ReadonlyMap<string, CategoryNode>;
  bySlug: ReadonlyMap<string, CategoryNode>;
}

export interface CategoryRow extends RefView {
  parentId: string | null;
  position: number;
}

const cachedTree = new Cached(loadCategoryTree);

/** May be some seconds old on other servers than the one that wrote; writers use `loadCategoryTree`. */
export function getCategoryTree(ctx: Context): Promise<CategoryTree> {
  return cachedTree.get(ctx);
}

export function forgetCategoryTree(ctx: Context): void {
  cachedTree.forget(ctx);
}

/** As it is now, one statement. */
export async function loadCategoryTree(ctx: Context): Promise<CategoryTree> {
  const rows = await ctx.db
    .select({
      id: categories.id,
      slug: categories.slug,
      name: categories.name,
      parentId: categories.parentId,
      position: categories.position,
    })
    .from(categories)
    .where(isNull(categories.archivedAt))
    .orderBy(asc(categories.position), asc(categories.name), asc(categories.id));
  return buildCategoryTree(rows);
}

/** Siblings keep the order of the rows. */
export function buildCategoryTree(rows: readonly CategoryRow[]): CategoryTree {
  const nodes = rows.map(({ id, slug, name, position }): CategoryNode => ({ id, slug, name, position, parent: null, children: [] }));
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const bySlug = new Map(nodes.map((node) => [node.slug, node]));
  const roots: CategoryNode[] = [];
  rows.forEach((row, i) => {
    const node = nodes[i]!;
    node.parent = row.parentId === null ? null : (byId.get(row.parentId) ?? null);
    (node.parent?.children ?? roots).push(node);
  });
  return { roots, byId, bySlug };
}

/** From the root down to the category itself. */
export function pathTo(node: CategoryNode): CategoryNode[] {
  const path: CategoryNode[] = [];
  for (let at: CategoryNode | null = node; at; at = at.parent) path.unshift(at);
  return path;
}

/** The category and everything below it. */
export function subtreeOf(node: CategoryNode): CategoryNode[] {
  return [node, ...node.children.flatMap(subtreeOf)];
}

/** By id or by slug: ids have an underscore, which slugs never have. */
export function findCategoryNode(tree: CategoryTree, handle: string): CategoryNode | null {
  return tree.bySlug.get(handle) ?? tree.byId.get(handle) ?? null;
}

export function refOf({ id, slug, name }: RefView): RefView {
  return { id, slug, name };
}
