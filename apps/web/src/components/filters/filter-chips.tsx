import type { FilterSearch } from "../../lib/filter-search.ts";
import { Link } from "@tanstack/react-router";
import { CrossIcon } from "../icons.tsx";

export interface Chip {
  label: string;
  /** The same list without it. */
  without: FilterSearch;
}

/** A list that is wider is not the one that is shown. */
const here = { exact: true };

/** What narrows the list, each with a link that takes it away. */
export function FilterChips({ chips, without }: { chips: readonly Chip[]; /** The list without any. */ without: FilterSearch }) {
  if (chips.length === 0) return null;
  return (
    <ul aria-label="Filters in use" className="flex flex-wrap items-center gap-2">
      {chips.map((chip) => (
        <li key={chip.label}>
          <Link
            to="."
            search={chip.without}
            activeOptions={here}
            resetScroll={false}
            className="inline-flex min-h-9 items-center gap-1 rounded-full bg-ground py-1 pr-2 pl-3.5 text-sm hover:bg-line"
          >
            <span className="sr-only">Without </span>
            {chip.label}
            <CrossIcon />
          </Link>
        </li>
      ))}
      <li>
        <Link to="." search={without} activeOptions={here} resetScroll={false} className="link inline-flex min-h-9 items-center px-1.5 text-sm">
          Clear all
        </Link>
      </li>
    </ul>
  );
}
