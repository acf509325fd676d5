import { useState } from "react";
import { FacetFrame } from "./facet-frame.tsx";
import { toggleValue, type ListingSearch } from "./listing-search.ts";
import { useChangeListing } from "./use-change-listing.ts";

interface ChoiceFacetProps {
  title: string;
  name: "brand" | `attr.${string}`;
  values: { value: string; label: string; count: number }[];
  search: ListingSearch;
}

const shortCount = 7;

export function ChoiceFacet({ title, name, values, search }: ChoiceFacetProps) {
  const [isLong, setLong] = useState(false);
  const chosen = search[name] ?? [];
  if (values.length === 0) return null;
  // What is chosen stays in sight.
  const shown = isLong ? values : values.filter(({ value }, index) => index < shortCount || chosen.includes(value));
  return (
    <FacetFrame title={title} isOpen={chosen.length > 0 || name === "brand"}>
      <ul className="space-y-0.5">
        {shown.map((item) => (
          <li key={item.value}>
            <ChoiceBox name={name} item={item} isChosen={chosen.includes(item.value)} search={search} />
          </li>
        ))}
      </ul>
      {shown.length < values.length && (
        <button type="button" onClick={() => setLong(true)} className="link mt-2 text-sm text-soft noscript:hidden">
          {values.length - shown.length} more
        </button>
      )}
    </FacetFrame>
  );
}

interface ChoiceBoxProps {
  name: ChoiceFacetProps["name"];
  item: ChoiceFacetProps["values"][number];
  isChosen: boolean;
  search: ListingSearch;
}

export function ChoiceBox({ name, item: { value, label, count }, isChosen, search }: ChoiceBoxProps) {
  const change = useChangeListing();
  return (
    <label className="flex min-h-9 items-center gap-3 text-sm">
      <input
        type="checkbox"
        name={name}
        value={value}
        checked={isChosen}
        onChange={() => change(toggleValue(search, name, value))}
        className="size-4.5 shrink-0 accent-action"
      />
      <span className="flex-1">{label}</span>
      <span className="figures text-xs text-soft">
        <span className="sr-only">, </span>
        {count}
      </span>
    </label>
  );
}
