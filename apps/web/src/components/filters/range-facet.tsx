import { attributeName, type FilterSearch } from "../../lib/filter-search.ts";
import type { AttributeChanges, AttributeFacet } from "./attribute-facets.tsx";
import { FacetFrame } from "./facet-frame.tsx";
import { RangeBoxes } from "./range-boxes.tsx";

interface RangeFacetProps {
  facet: AttributeFacet;
  search: FilterSearch;
  onChange: (changes: AttributeChanges) => void;
}

export function RangeFacet({ facet: { code, name, unit, range }, search, onChange }: RangeFacetProps) {
  const [min, max] = [attributeName(code, "min"), attributeName(code, "max")];
  const isUsed = search[min] !== undefined || search[max] !== undefined;
  if (!range || (range.min === range.max && !isUsed)) return null;
  return (
    <FacetFrame title={unit ? `${name} in ${unit}` : name} isOpen={isUsed}>
      <RangeBoxes
        min={{
          label: `${name}, at least`,
          name: min,
          value: search[min]?.[0],
          placeholder: String(range.min),
          onChange: (value) => onChange({ [min]: value ? [value] : undefined }),
        }}
        max={{
          label: `${name}, at most`,
          name: max,
          value: search[max]?.[0],
          placeholder: String(range.max),
          onChange: (value) => onChange({ [max]: value ? [value] : undefined }),
        }}
      />
    </FacetFrame>
  );
}
