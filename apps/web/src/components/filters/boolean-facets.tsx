import { attributeName, type AttributeName, type FilterSearch } from "../../lib/filter-search.ts";
import type { AttributeFacet } from "./attribute-facets.tsx";
import { ChoiceBox } from "./choice-box.tsx";
import { FacetFrame } from "./facet-frame.tsx";

interface BooleanFacetsProps {
  facets: readonly AttributeFacet[];
  search: FilterSearch;
  onToggle: (name: AttributeName) => void;
}

/** All yes-or-no attributes together: each is one box. */
export function BooleanFacets({ facets, search, onToggle }: BooleanFacetsProps) {
  const boxes = facets.flatMap(({ code, name, values }) => {
    const yes = values.find(({ value }) => value === "true");
    return yes ? [{ name: attributeName(code), choice: { ...yes, label: name } }] : [];
  });
  if (boxes.length === 0) return null;
  const isUsed = boxes.some(({ name }) => search[name] !== undefined);
  return (
    <FacetFrame title="Good to know" isOpen={isUsed}>
      <ul className="space-y-0.5">
        {boxes.map(({ name, choice }) => (
          <li key={name}>
            <ChoiceBox name={name} choice={choice} isChosen={search[name]?.includes("true") ?? false} onToggle={() => onToggle(name)} />
          </li>
        ))}
      </ul>
    </FacetFrame>
  );
}
