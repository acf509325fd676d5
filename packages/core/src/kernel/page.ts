import { z } from "zod";

/** One page of a list. `nextCursor` is null on the last; a total above its bound is not exact. */
export interface Page<T> {
  items: T[];
  nextCursor: string | null;
  total: Total;
}

/** Counted exactly up to 1,000; beyond that `isExact` is false and there are more than `count`. */
export interface Total {
  count: number;
  isExact: boolean;
}

export const totalBound = 1_000;

export const PageInput = z.object({
  cursor: z.string().max(2_000).nullish(),
  limit: z.int().min(1).max(100).default(24),
});

/** From a count that stopped at `totalBound + 1`. */
export function boundedTotal(counted: number): Total {
  return counted > totalBound ? { count: totalBound, isExact: false } : { count: counted, isExact: true };
}
