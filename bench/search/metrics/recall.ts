/**
 * The share of all relevant products (grade 1 or more) that is among the first hits. A query with more than `depth`
 * relevant products can't reach 1. Null when no product is relevant.
 */
export function recall(found: readonly string[], grades: ReadonlyMap<string, number>, depth = 10): number | null {
  const relevant = [...grades].filter(([, grade]) => grade > 0).map(([key]) => key);
  if (relevant.length === 0) return null;
  const first = new Set(found.slice(0, depth));
  return relevant.filter((key) => first.has(key)).length / relevant.length;
}
