import { toDecimal } from "../../lib/money.ts";
import type { Outputs } from "../../lib/trpc.ts";
import { FacetFrame } from "./facet-frame.tsx";
import { attributeName, changeSearch, type ListingSearch } from "./listing-search.ts";
import { useChangeListing } from "./use-change-listing.ts";

type Filters = Outputs["catalog"]["getFilters"];

export function PriceFacet({ bounds, search }: { bounds: NonNullable<Filters["price"]>; search: ListingSearch }) {
  const change = useChangeListing();
  const whole = (amountMinor: number) => toDecimal(amountMinor, bounds.currency).split(".")[0] ?? "";
  return (
    <FacetFrame title={`Price in ${bounds.currency}`} isOpen={search.price_min !== undefined || search.price_max !== undefined}>
      <div className="flex items-center gap-2">
        <BoundBox
          label="Lowest price"
          name="price_min"
          value={search.price_min}
          placeholder={whole(bounds.minMinor)}
          onChange={(value) => change(changeSearch(search, { price_min: value }))}
        />
        <span className="text-soft">to</span>
        <BoundBox
          label="Highest price"
          name="price_max"
          value={search.price_max}
          placeholder={whole(bounds.maxMinor)}
          onChange={(value) => change(changeSearch(search, { price_max: value }))}
        />
      </div>
    </FacetFrame>
  );
}

export function RangeFacet({ facet, search }: { facet: Filters["attributes"][number]; search: ListingSearch }) {
  const change = useChangeListing();
  const [min, max] = [attributeName(facet.code, "min"), attributeName(facet.code, "max")];
  if (!facet.range || facet.range.min === facet.range.max) return null;
  const title = facet.unit ? `${facet.name} in ${facet.unit}` : facet.name;
  return (
    <FacetFrame title={title} isOpen={search[min] !== undefined || search[max] !== undefined}>
      <div className="flex items-center gap-2">
        <BoundBox
          label={`${facet.name}, at least`}
          name={min}
          value={search[min]?.[0]}
          placeholder={String(facet.range.min)}
          onChange={(value) => change(changeSearch(search, { [min]: value ? [value] : undefined }))}
        />
        <span className="text-soft">to</span>
        <BoundBox
          label={`${facet.name}, at most`}
          name={max}
          value={search[max]?.[0]}
          placeholder={String(facet.range.max)}
          onChange={(value) => change(changeSearch(search, { [max]: value ? [value] : undefined }))}
        />
      </div>
    </FacetFrame>
  );
}

interface BoundBoxProps {
  label: string;
  name: string;
  value: string | undefined;
  placeholder: string;
  onChange: (value: string | undefined) => void;
}

/** One end of a range. Takes effect on Enter and on leaving; what is no number is left out. */
function BoundBox({ label, name, value = "", placeholder, onChange }: BoundBoxProps) {
  const settle = (text: string) => {
    const number = text.trim().replace(",", ".");
    if (number !== value) onChange(/^\d{1,9}(\.\d{1,3})?$/.test(number) ? number : undefined);
  };
  return (
    <input
      // A filter that is taken away empties the box.
      key={value}
      name={name}
      aria-label={label}
      inputMode="decimal"
      defaultValue={value}
      placeholder={placeholder}
      onBlur={(event) => settle(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === "Enter") settle(event.currentTarget.value);
      }}
      className="figures min-h-10 w-full min-w-0 rounded-md border border-edge bg-sheet px-2.5 text-sm placeholder:text-soft/80"
    />
  );
}
