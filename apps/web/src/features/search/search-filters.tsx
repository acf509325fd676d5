import { buttonClass } from "../../components/button-look.ts";
import { AttributeFacets } from "../../components/filters/attribute-facets.tsx";
import { ChoiceFacet } from "../../components/filters/choice-facet.tsx";
import { InStockBox } from "../../components/filters/in-stock-box.tsx";
import { countText } from "../../lib/count-text.ts";
import { changeSearch, toggled, type Changes } from "../../lib/filter-search.ts";
import type { Outputs } from "../../lib/trpc.ts";
import { useShowList } from "../../lib/use-filter-search.ts";
import { CategoryFacet } from "./category-facet.tsx";
import { PriceFacet } from "./price-facet.tsx";
import type { ProductSearch } from "./product-search.ts";

interface SearchFiltersProps {
  id: string;
  facets: Outputs["search"]["products"]["facets"];
  search: ProductSearch;
}

/** What a result can be narrowed by. With JavaScript each choice takes effect at once; without, the form is sent as it stands. */
export function SearchFilters({ id, facets: { categories, brands, attributes, inStock, price }, search }: SearchFiltersProps) {
  const show = useShowList();
  const change = (changes: Changes<ProductSearch>) => show(changeSearch(search, changes));
  return (
    <form id={id} action="/search" onSubmit={(event) => event.preventDefault()} className="space-y-1">
      {search.q && <input type="hidden" name="q" value={search.q} />}
      {search.category && <input type="hidden" name="category" value={search.category} />}
      <InStockBox search={search} count={countText(inStock.count, inStock.isCapped)} onChange={change} />
      <CategoryFacet categories={categories} search={search} />
      {price && price.maxMinor > price.minMinor && <PriceFacet facet={price} search={search} onChange={change} />}
      {(brands.length > 1 || search.brand) && (
        <ChoiceFacet
          title="Maker"
          name="brand"
          values={brands.map(({ slug, name, count, isCapped }) => ({ value: slug, label: name, count, isCapped }))}
          chosen={search.brand}
          isOpen
          onToggle={(slug) => change({ brand: toggled(search.brand, slug) })}
        />
      )}
      <AttributeFacets facets={attributes} search={search} onChange={change} />
      <noscript>
        <button type="submit" className={buttonClass({ size: "sm" })}>
          Apply
        </button>
      </noscript>
    </form>
  );
}
