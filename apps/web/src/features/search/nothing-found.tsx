import { buttonClass } from "../../components/button-look.ts";
import { CategoryLinks } from "../../components/category-links.tsx";
import { trpc, type Outputs } from "../../lib/trpc.ts";
import { Link } from "@tanstack/react-router";
import { PlainField } from "./plain-field.tsx";
import { PopularQueries } from "./popular-queries.tsx";
import { isNarrowed, withoutFilters, type ProductSearch } from "./product-search.ts";
import { searchChips } from "./search-chips.ts";

interface NothingFoundProps {
  result: Outputs["search"]["products"];
  search: ProductSearch;
}

/** No product at all: the ways on from here. */
export function NothingFound({ result, search }: NothingFoundProps) {
  return (
    <div className="max-w-2xl space-y-12 py-4">
      {isNarrowed(search) ? <DropFilters result={result} search={search} /> : <OtherWords q={search.q} />}
      <PopularCategories />
      <PopularQueries />
    </div>
  );
}

function DropFilters({ result, search }: NothingFoundProps) {
  const chips = searchChips(result.facets, search);
  return (
    <section className="space-y-4">
      <h2 className="text-2xl">Not with these filters.</h2>
      <p className="text-soft">Each of them is reasonable. Together they describe something that we don’t have. It may be there</p>
      <ul className="space-y-1">
        {chips.map(({ label, without }) => (
          <li key={label}>
            <Link to="." search={without} activeOptions={{ exact: true }} resetScroll={false} className="link inline-flex min-h-9 items-center">
              without “{label}”
            </Link>
          </li>
        ))}
      </ul>
      <Link to="." search={withoutFilters(search)} activeOptions={{ exact: true }} resetScroll={false} className={buttonClass({ look: "quiet" })}>
        Take all filters away
      </Link>
    </section>
  );
}

function OtherWords({ q }: { q: string | undefined }) {
  return (
    <section className="space-y-4">
      <h2 className="text-2xl">We looked on every shelf.</h2>
      <p className="text-soft">Fewer words find more, and so do plainer ones: “bowl” rather than “that thing for soup”.</p>
      <PlainField q={q} />
    </section>
  );
}

function PopularCategories() {
  const { data: categories = [] } = trpc.catalog.listCategories.useQuery();
  const filled = categories.filter(({ productCount }) => productCount > 0);
  if (filled.length === 0) return null;
  return (
    <section className="space-y-3">
      <h2 className="text-xl">Or look around in</h2>
      <CategoryLinks categories={filled} />
    </section>
  );
}
