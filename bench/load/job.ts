/** What one round asks of the load generator. */
export interface Job {
  /** A case of `requests.ts`. */
  name: string;
  target: Target;
  url: string;
  connections: number;
  seconds: number;
  /** The file of the shop's facts. */
  shopFile: string;
  /** How many different variants are bought; all that the shop's facts name when it is left out. */
  variants?: number;
  /** Sent with every request of a connection; the connections take them in turn. */
  headers?: Record<string, string>[];
}

/** The shop itself, the floor with the same statements, the floor that only answers. */
export type Target = "shop" | "statements" | "json";
export const targets: readonly Target[] = ["shop", "statements", "json"];

export interface RoundResult {
  /** Of whole cases, from when each connection has ended its first: a checkout of three requests counts once. */
  perSecond: number;
  count: number;
  p50Ms: number;
  p95Ms: number;
  p99Ms: number;
  /** Answers that were no success, lost connections and timeouts. */
  failures: number;
  firstFailure: string | null;
}
