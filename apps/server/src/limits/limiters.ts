import type { Database } from "@cartwright/db";
import { RateLimiterMemory, RateLimiterPostgres, type RateLimiterAbstract } from "rate-limiter-flexible";

export interface LimiterOptions {
  name: string;
  points: number;
  seconds: number;
  isShared: boolean;
}

/** Makes what counts: in memory, or in the table `rate_limits` of Postgres; in memory again while that does not answer. */
export function limiterMaker({ dialect, driver }: Pick<Database, "dialect" | "driver">): (options: LimiterOptions) => RateLimiterAbstract {
  // The one thing the limiter knows of a client: it sends it text and values. Names of statements are the driver's business.
  const storeClient = {
    query: ({ text, values = [] }: { text: string; values?: unknown[] }) => driver.run({ sql: text, params: values, rows: "objects" }),
  };
  let isFirst = true;
  return ({ name, points, seconds, isShared }) => {
    const own = { keyPrefix: name, points, duration: seconds };
    if (!isShared || dialect !== "postgres") return new RateLimiterMemory(own);
    const clearExpiredByTimeout = isFirst;
    isFirst = false;
    return new RateLimiterPostgres({
      ...own,
      // One for all: they share the table.
      clearExpiredByTimeout,
      storeClient,
      storeType: "client",
      tableName: "rate_limits",
      tableCreated: true,
      // Who is over the limit is refused by this server alone from then on, and costs the database nothing more.
      inMemoryBlockOnConsumed: points + 1,
      insuranceLimiter: new RateLimiterMemory(own),
    });
  };
}
