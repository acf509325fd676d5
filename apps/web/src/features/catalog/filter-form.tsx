import { buttonClass } from "../../components/button-look.ts";
import { AttributeFacets } from "../../components/filters/attribute-facets.tsx";
import { ChoiceFacet } from "../../components/filters/choice-facet.tsx";
import { FacetFrame } from "../../components/filters/facet-frame.tsx";
import { InStockBox } from "../../components/filters/in-stock-box.tsx";
import { PriceBoxes } from "../../components/filters/price-boxes.tsx";
import { changeSearch, toggled, type Changes } from "../../lib/filter-search.ts";
import type { Outputs } from "../../lib/trpc.ts";
import { useShowList } from "../../lib/use-filter-search.ts";
import { Link } from "@tanstack/react-router";
import { isNarrowed, withoutFilters, type ListingSearch } from "./listing-search.ts";

interface FilterFormProps {
  id: string;
  filters: Outputs["catalog"]["getFilters"];
  search: ListingSearch;
  hasBrands: boolean;
}

/** The filters of a list. With JavaScript each takes effect at once; without, the form is sent as it stands. */
export function FilterForm({ id, filters: { brands, price, attributes }, search, hasBrands }: FilterFormProps) {
  const show = useShowList();
  const change = (changes: Changes<ListingSearch>) => show(changeSearch(search, changes));
  return (
    <form id={id} method="get" onSubmit={(event) => event.preventDefault()} className="space-y-1">
      <InStockBox search={search} onChange={change} />
      {price && price.maxMinor > price.minMinor && (
        <FacetFrame title={`Price in ${price.currency}`} isOpen={search.price_min !== undefined || search.price_max !== undefined}>
          <PriceBoxes bounds={price} search={search} onChange={change} />
        </FacetFrame>
      )}
      {hasBrands && brands.length > 1 && (
        <ChoiceFacet
          title="Maker"
          name="brand"
          values={brands.map(({ slug, name, count }) => ({ value: slug, label: name, count }))}
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
      {isNarrowed(search) && (
        <p className="pt-4 text-sm">
          <Link to="." search={withoutFilters(search)} resetScroll={false} className="link">
            Take all filters away
          </Link>
        </p>
      )}
    </form>
  );
}
