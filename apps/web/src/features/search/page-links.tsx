import { buttonClass } from "../../components/button-look.ts";
import { classNames } from "../../lib/class-names.ts";
import { changeSearch } from "../../lib/filter-search.ts";
import { Link } from "@tanstack/react-router";
import { pagesAround } from "./pages-around.ts";
import type { ProductSearch } from "./product-search.ts";

interface PageLinksProps {
  search: ProductSearch;
  page: number;
  pageCount: number;
}

const stepClass = buttonClass({ look: "quiet", size: "sm" });

export function PageLinks({ search, page, pageCount }: PageLinksProps) {
  if (pageCount < 2) return null;
  return (
    <nav aria-label="Pages" className="flex items-center justify-center gap-2 pt-8">
      {page > 1 && (
        <Link to="." search={onPage(search, page - 1)} activeOptions={{ exact: true }} rel="prev" className={stepClass}>
          Back
        </Link>
      )}
      <p className="figures px-2 text-sm text-soft sm:hidden">
        Page {page} of {pageCount}
      </p>
      <ol className="figures hidden items-center gap-1 text-sm sm:flex">
        {pagesAround(page, pageCount).map((number, index, all) => (
          <li key={number} className={classNames(index > 0 && number - (all[index - 1] ?? 0) > 1 && "before:px-1.5 before:text-soft before:content-['…']")}>
            <Link
              to="."
              search={onPage(search, number)}
              activeOptions={{ exact: true }}
              aria-current={number === page ? "page" : undefined}
              aria-label={`Page ${number}`}
              className={classNames("inline-grid size-10 place-items-center rounded-md", number === page ? "bg-ground font-semibold" : "hover:bg-ground")}
            >
              {number}
            </Link>
          </li>
        ))}
      </ol>
      {page < pageCount && (
        <Link to="." search={onPage(search, page + 1)} rel="next" className={stepClass}>
          Next
        </Link>
      )}
    </nav>
  );
}

function onPage(search: ProductSearch, page: number): ProductSearch {
  const first = changeSearch(search, {});
  return page === 1 ? first : { ...first, page: String(page) };
}
