import type { Outputs } from "../../lib/trpc.ts";
import { ChoiceBox } from "./choice-facet.tsx";
import { FacetFrame } from "./facet-frame.tsx";
import { attributeName, type ListingSearch } from "./listing-search.ts";

type Facet = Outputs["catalog"]["getFilters"]["attributes"][number];

/** All yes-or-no attributes together: each is one box. */
export function BooleanFacets({ facets, search }: { facets: Facet[]; search: ListingSearch }) {
  const boxes = facets.flatMap(({ code, name, values }) => {
    const yes = values.find(({ value }) => value === "true");
    return yes ? [{ name: attributeName(code), item: { ...yes, label: name } }] : [];
  });
  if (boxes.length === 0) return null;
  const isUsed = boxes.some(({ name }) => search[name] !== undefined);
  return (
    <FacetFrame title="Good to know" isOpen={isUsed}>
      <ul className="space-y-0.5">
        {boxes.map(({ name, item }) => (
          <li key={name}>
            <ChoiceBox name={name} item={item} isChosen={search[name]?.includes("true") ?? false} search={search} />
          </li>
        ))}
      </ul>
    </FacetFrame>
  );
}
