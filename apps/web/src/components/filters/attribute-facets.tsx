import { attributeName, toggled, type AttributeName, type FilterSearch } from "../../lib/filter-search.ts";
import { BooleanFacets } from "./boolean-facets.tsx";
import type { Choice } from "./choice-box.tsx";
import { ChoiceFacet } from "./choice-facet.tsx";
import { RangeFacet } from "./range-facet.tsx";

export interface AttributeFacet {
  code: string;
  name: string;
  type: string;
  unit: string | null;
  values: readonly Choice[];
  range: { min: number; max: number } | null;
}

export type AttributeChanges = Record<AttributeName, string[] | undefined>;

interface AttributeFacetsProps {
  facets: readonly AttributeFacet[];
  search: FilterSearch;
  onChange: (changes: AttributeChanges) => void;
}

/** What products can be chosen by besides maker and price: values first, then ranges, then yes or no. */
export function AttributeFacets({ facets, search, onChange }: AttributeFacetsProps) {
  const toggle = (name: AttributeName, value: string) => onChange({ [name]: toggled(search[name], value) });
  const choices = facets.filter(({ type }) => type !== "boolean" && type !== "number");
  return (
    <>
      {choices.map(({ code, name, values }) => (
        <ChoiceFacet
          key={code}
          title={name}
          name={attributeName(code)}
          values={values}
          chosen={search[attributeName(code)]}
          onToggle={(value) => toggle(attributeName(code), value)}
        />
      ))}
      {facets.map((facet) => facet.type === "number" && <RangeFacet key={facet.code} facet={facet} search={search} onChange={onChange} />)}
      <BooleanFacets facets={facets.filter(({ type }) => type === "boolean")} search={search} onToggle={(name) => toggle(name, "true")} />
    </>
  );
}
