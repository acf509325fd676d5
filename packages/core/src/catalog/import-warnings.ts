import type { ImportProduct } from "./schemas.ts";

/** What is taken as it is, but probably not meant. */
export function importWarnings(draft: ImportProduct): string[] {
  return draft.variants.flatMap(({ priceMinor, compareAtMinor, sku, row }) =>
    compareAtMinor && compareAtMinor <= priceMinor
      ? [`Row ${row}: the compare-at price of ${sku ?? "this variant"} is not above its price, so it is not shown.`]
      : [],
  );
}
