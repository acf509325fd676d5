import type { FilterSearch } from "../../lib/filter-search.ts";

interface InStockBoxProps {
  search: FilterSearch;
  /** How many there are, where that is known. */
  count?: string;
  onChange: (changes: { in_stock: "1" | undefined }) => void;
}

export function InStockBox({ search, count, onChange }: InStockBoxProps) {
  return (
    <label className="flex min-h-11 items-center gap-3 border-b border-line pb-3 text-sm">
      <input
        type="checkbox"
        name="in_stock"
        value="1"
        checked={search.in_stock === "1"}
        onChange={(event) => onChange({ in_stock: event.target.checked ? "1" : undefined })}
        className="size-4.5 accent-action"
      />
      <span className="flex-1">In stock only</span>
      {count && (
        <span className="figures text-xs text-soft">
          <span className="sr-only">, </span>
          {count}
        </span>
      )}
    </label>
  );
}
