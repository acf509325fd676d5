import { CrossIcon } from "../../components/icons.tsx";
import type { Outputs } from "../../lib/trpc.ts";
import { Link } from "@tanstack/react-router";
import { activeFilters } from "./describe-filters.ts";
import type { ListingSearch } from "./listing-search.ts";

/** What narrows the list, each with a link that takes it away. */
export function ActiveFilters({ filters, search }: { filters: Outputs["catalog"]["getFilters"]; search: ListingSearch }) {
  const active = activeFilters(filters, search);
  if (active.length === 0) return null;
  return (
    <ul aria-label="Filters in use" className="flex flex-wrap gap-2">
      {active.map(({ label, without }) => (
        <li key={label}>
          <Link
            to="."
            search={without}
            resetScroll={false}
            className="inline-flex min-h-9 items-center gap-1 rounded-full bg-ground py-1 pr-2 pl-3.5 text-sm hover:bg-line"
          >
            <span className="sr-only">Without </span>
            {label}
            <CrossIcon />
          </Link>
        </li>
      ))}
    </ul>
  );
}
