/**
 * Normalised discounted cumulative gain of the first hits, from 0 to 1: gain 2^grade - 1, discount log2(place + 1),
 * divided by what the best order of all judged products would have (Järvelin & Kekäläinen 2002, Burges 2005).
 * A product that is listed twice counts once. Null when no product is relevant.
 */
export function ndcg(found: readonly string[], grades: ReadonlyMap<string, number>, depth = 10): number | null {
  const best = [...grades.values()].toSorted((a, b) => b - a).slice(0, depth);
  const ideal = gainOf(best);
  if (ideal === 0) return null;
  const seen = new Set<string>();
  const given = found.slice(0, depth).map((key) => {
    const grade = seen.has(key) ? 0 : (grades.get(key) ?? 0);
    seen.add(key);
    return grade;
  });
  return gainOf(given) / ideal;
}

function gainOf(gradesInOrder: readonly number[]): number {
  return gradesInOrder.reduce((sum, grade, i) => sum + (2 ** grade - 1) / Math.log2(i + 2), 0);
}
