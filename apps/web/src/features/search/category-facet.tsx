import { FacetFrame } from "../../components/filters/facet-frame.tsx";
import { classNames } from "../../lib/class-names.ts";
import { countText } from "../../lib/count-text.ts";
import { changeSearch } from "../../lib/filter-search.ts";
import type { Outputs } from "../../lib/trpc.ts";
import { Link } from "@tanstack/react-router";
import { categoryTree, type CategoryBranch } from "./category-tree.ts";
import type { ProductSearch } from "./product-search.ts";

interface CategoryFacetProps {
  categories: Outputs["search"]["products"]["facets"]["categories"];
  search: ProductSearch;
}

/** Where the finds are. One category is chosen at a time; what is below it unfolds. */
export function CategoryFacet({ categories, search }: CategoryFacetProps) {
  const roots = categoryTree(categories);
  if (roots.length === 0) return null;
  return (
    <FacetFrame title="Category" isOpen>
      {search.category && (
        <Link to="." search={changeSearch(search, { category: undefined })} activeOptions={{ exact: true }} resetScroll={false} className="link inline-flex min-h-9 items-center text-sm">
          All categories
        </Link>
      )}
      <Branches branches={unfolded(roots)} search={search} />
    </FacetFrame>
  );
}

function Branches({ branches, search }: { branches: readonly CategoryBranch[]; search: ProductSearch }) {
  return (
    <ul>
      {branches.map(({ category, children, isOnPath }) => (
        <li key={category.id}>
          <Link
            to="."
            search={changeSearch(search, { category: category.slug })}
            resetScroll={false}
            // What is chosen is marked whatever else is.
            activeOptions={{ exact: true }}
            aria-current={category.isChosen ? "page" : undefined}
            className={classNames("flex min-h-9 items-center gap-3 py-1 text-sm hover:underline", category.isChosen && "font-semibold")}
          >
            <span className="min-w-0 flex-1">{category.name}</span>
            <span className="figures text-xs font-normal text-soft">
              <span className="sr-only">, </span>
              {countText(category.count, category.isCapped)}
            </span>
          </Link>
          {isOnPath && children.length > 0 && (
            <div className="border-l border-line pl-3">
              <Branches branches={children} search={search} />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

/** A single root says nothing that its children don't say better. */
function unfolded(roots: CategoryBranch[]): CategoryBranch[] {
  const [only] = roots;
  return roots.length === 1 && only ? [{ ...only, isOnPath: true }] : roots;
}
