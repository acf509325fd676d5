import { useState } from "react";
import { ChoiceBox, type Choice } from "./choice-box.tsx";
import { FacetFrame } from "./facet-frame.tsx";

interface ChoiceFacetProps {
  title: string;
  name: string;
  values: readonly Choice[];
  chosen: readonly string[] | undefined;
  /** Open also while nothing is chosen in it. */
  isOpen?: boolean;
  onToggle: (value: string) => void;
}

const shortCount = 7;

export function ChoiceFacet({ title, name, values, chosen = [], isOpen = false, onToggle }: ChoiceFacetProps) {
  const [isLong, setLong] = useState(false);
  if (values.length === 0) return null;
  // What is chosen stays in sight.
  const shown = isLong ? values : values.filter(({ value }, index) => index < shortCount || chosen.includes(value));
  return (
    <FacetFrame title={title} isOpen={isOpen || chosen.length > 0}>
      <ul className="space-y-0.5">
        {shown.map((choice) => (
          <li key={choice.value}>
            <ChoiceBox name={name} choice={choice} isChosen={chosen.includes(choice.value)} onToggle={() => onToggle(choice.value)} />
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
