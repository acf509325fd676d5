/** A query that somebody has graded products for. */
export interface JudgedQuery {
  id: string;
  /** What sort of query it is, such as `brand` or `two-typos`; the report has a line for each. */
  kind: string;
  text: string;
  /** By product key: 3 exactly what was meant, 2 clearly the right kind, 1 acceptable. What is not here is not relevant. */
  grades: ReadonlyMap<string, number>;
}

/** A query without a single judgement: nothing in the catalogue is an answer to it. */
export function isUnanswerable({ grades }: JudgedQuery): boolean {
  return grades.size === 0;
}
