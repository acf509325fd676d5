import { notFound } from "../kernel/index.ts";
import { findCategoryNode, type CategoryNode, type CategoryTree } from "./category-tree.ts";

/** Errors: `category.not_found`. */
export function requireCategory(tree: CategoryTree, handle: string): CategoryNode {
  const node = findCategoryNode(tree, handle);
  if (!node) throw notFound("category", handle);
  return node;
}
