/** From this grade on a hit is what was looked for. */
const wantedGrade = 2;

/**
 * 1 divided by the place of the first hit graded 2 or more; where nothing is graded so high, of the first that is
 * relevant at all. 0 when none was found, null when no product is relevant.
 */
export function reciprocalRank(found: readonly string[], grades: ReadonlyMap<string, number>): number | null {
  const highest = Math.max(0, ...grades.values());
  if (highest === 0) return null;
  const least = Math.min(wantedGrade, highest);
  const place = found.findIndex((key) => (grades.get(key) ?? 0) >= least);
  return place === -1 ? 0 : 1 / (place + 1);
}
