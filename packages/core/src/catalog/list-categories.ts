import type { Context } from "../kernel/index.ts";
import { getCategoryTree, refOf, type CategoryNode } from "./category-tree.ts";
import { getListingCounts } from "./listing-counts.ts";
import type { CategoryNodeView } from "./views.ts";

/** The whole tree. A product in two categories below one counts once there. Counts may be some seconds old. */
export async function listCategories(ctx: Context): Promise<CategoryNodeView[]> {
  const tree = await getCategoryTree(ctx);
  const { byCategory } = await getListingCounts(ctx);
  const view = (node: CategoryNode): CategoryNodeView => ({
    ...refOf(node),
    productCount: byCategory.get(node.id) ?? 0,
    children: node.children.map(view),
  });
  return tree.roots.map(view);
}
