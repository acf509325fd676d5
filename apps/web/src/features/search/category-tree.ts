import type { Outputs } from "../../lib/trpc.ts";

type CategoryFacet = Outputs["search"]["products"]["facets"]["categories"][number];

export interface CategoryBranch {
  category: CategoryFacet;
  children: CategoryBranch[];
  /** It, or one below it, is chosen. */
  isOnPath: boolean;
}

/** The categories of a result as a tree. One whose parent did not come along stands at the top. */
export function categoryTree(categories: readonly CategoryFacet[]): CategoryBranch[] {
  const branches = new Map(categories.map((category) => [category.id, { category, children: [] as CategoryBranch[], isOnPath: false }]));
  const roots: CategoryBranch[] = [];
  for (const branch of branches.values()) {
    const parent = branches.get(branch.category.parentId ?? "");
    if (parent) parent.children.push(branch);
    else roots.push(branch);
  }
  for (const { category } of branches.values()) {
    if (!category.isChosen) continue;
    for (let on = branches.get(category.id); on; on = branches.get(on.category.parentId ?? "")) on.isOnPath = true;
  }
  return roots;
}
