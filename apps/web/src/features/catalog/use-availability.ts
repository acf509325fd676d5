import { useLiveStock } from "../../lib/live-stock.ts";
import { useMemo } from "react";
import type { ProductView } from "./choose-variant.ts";

/** Units of each variant as of now: the page brings the first figures, and each change follows. */
export function useAvailability({ variants }: ProductView): ReadonlyMap<string, number> {
  const live = useLiveStock(variants.map(({ id }) => id));
  return useMemo(() => new Map(variants.map(({ id, available }) => [id, live.get(id) ?? available])), [variants, live]);
}
