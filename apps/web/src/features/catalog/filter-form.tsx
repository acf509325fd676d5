import { buttonClass } from "../../components/button-look.ts";
import type { Outputs } from "../../lib/trpc.ts";
import { Link } from "@tanstack/react-router";
import { BooleanFacets } from "./boolean-facets.tsx";
import { ChoiceFacet } from "./choice-facet.tsx";
import { attributeName, changeSearch, isNarrowed, type ListingSearch } from "./listing-search.ts";
import { PriceFacet, RangeFacet } from "./range-facet.tsx";
import { useChangeListing } from "./use-change-listing.ts";

interface FilterFormProps {
  id: string;
  filters: Outputs["catalog"]["getFilters"];
  search: ListingSearch;
  hasBrands: boolean;
}

/** The filters of a list. With JavaScript each takes effect at once; without, the form is sent as it stands. */
export function FilterForm({ id, filters: { brands, price, attributes }, search, hasBrands }: FilterFormProps) {
  const change = useChangeListing();
  const choices = attributes.filter((facet) => facet.type !== "boolean" && facet.type !== "number");
  return (
    <form id={id} method="get" onSubmit={(event) => event.preventDefault()} className="space-y-1">
      <label className="flex min-h-11 items-center gap-3 border-b border-line pb-3 text-sm">
        <input
          type="checkbox"
          name="in_stock"
          value="1"
          checked={search.in_stock === "1"}
          onChange={(event) => change(changeSearch(search, { in_stock: event.target.checked ? "1" : undefined }))}
          className="size-4.5 accent-action"
        />
        In stock only
      </label>
      {price && price.maxMinor > price.minMinor && <PriceFacet bounds={price} search={search} />}
      {hasBrands && brands.length > 1 && (
        <ChoiceFacet
          title="Maker"
          name="brand"
          values={brands.map(({ slug, name, count }) => ({ value: slug, label: name, count }))}
          search={search}
        />
      )}
      {choices.map((facet) => (
        <ChoiceFacet key={facet.code} title={facet.name} name={attributeName(facet.code)} values={facet.values} search={search} />
      ))}
      {attributes.map((facet) => facet.type === "number" && facet.range && <RangeFacet key={facet.code} facet={facet} search={search} />)}
      <BooleanFacets facets={attributes.filter((facet) => facet.type === "boolean")} search={search} />
      <noscript>
        <button type="submit" className={buttonClass({ size: "sm" })}>
          Apply
        </button>
      </noscript>
      {isNarrowed(search) && (
        <p className="pt-4 text-sm">
          <Link to="." search={search.sort ? { sort: search.sort } : {}} resetScroll={false} className="link">
            Take all filters away
          </Link>
        </p>
      )}
    </form>
  );
}
