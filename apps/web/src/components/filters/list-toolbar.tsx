import { Button } from "../button.tsx";

interface ListToolbarProps<Sort extends string> {
  /** How much there is, once it is known. */
  summary: string | null;
  isNarrowed: boolean;
  sorts: Readonly<Record<Sort, string>>;
  sort: Sort;
  onSort: (sort: string) => void;
  onOpenFilters: () => void;
}

/** Over a list: how long it is, in which order, and on small screens the way to its filters. */
export function ListToolbar<Sort extends string>({ summary, isNarrowed, sorts, sort, onSort, onOpenFilters }: ListToolbarProps<Sort>) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 border-b border-line pb-4">
      <output className="figures text-sm text-soft">{summary}</output>
      <div className="flex items-center gap-3">
        <Button look="quiet" size="sm" className="lg:hidden noscript:hidden" onClick={onOpenFilters}>
          {isNarrowed ? "Filters, changed" : "Filter"}
        </Button>
        <label className="flex items-center gap-2 text-sm">
          <span className="text-soft max-sm:sr-only">Order by</span>
          <select
            // Without JavaScript it is sent with the filters.
            form="filters"
            name="sort"
            value={sort}
            onChange={(event) => onSort(event.target.value)}
            className="min-h-10 rounded-md border border-edge bg-sheet px-2.5 text-sm"
          >
            {Object.entries<string>(sorts).map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </label>
      </div>
    </div>
  );
}
