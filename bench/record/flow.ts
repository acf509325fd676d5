/**
 * A call of the shop as the statements it sends, with its values told apart: what stays the same, what the caller
 * gives, what is made anew for each call, and what an earlier statement answers.
 */
export interface Flow {
  /** Values that differ from call to call, by number. */
  values: Value[];
  /** One HTTP request each. */
  phases: Phase[];
}

export type Value =
  | { kind: "input"; name: string }
  /** An id of ours: the prefix and 26 letters that sort by time. */
  | { kind: "id"; prefix: string }
  /** 64 hexadecimal digits. */
  | { kind: "hash" }
  /** Taken from a row when it comes. */
  | { kind: "answer" };

export interface Phase {
  name: string;
  steps: Step[];
  /** What the shop answered, for an endpoint that does nothing but send it. */
  answer: unknown;
}

export interface Step {
  sql: string;
  params: Param[];
  /** Cells that later statements need. */
  takes: { row: number; column: number; value: number }[];
}

/**
 * A fixed value, a value by number, text around values, a moment so many milliseconds from now as its database takes it,
 * or an array of these.
 */
export type Param =
  | { fixed: unknown }
  | { value: number }
  | { parts: (string | number)[] }
  | { fromNowMs: number; as: "number" | "text" }
  | { list: Param[] };

/** Flows by case; a case with several is one whose statements differ by what is asked. */
export type Recording = Record<string, Flow[]>;
