import type { NodePgDatabase } from "drizzle-orm/node-postgres";
import { dialect } from "./columns.ts";
import type { Run } from "./driver.ts";
import { makePostgresDb } from "./postgres/postgres-db.ts";
import type * as schema from "./schema/index.ts";
import { makeSqliteDb } from "./sqlite/sqlite-db.ts";

/** Drizzle on either dialect; inside `inTransaction`, the transaction. */
export type Db = NodePgDatabase<typeof schema>;

type Transaction = <T>(work: (tx: Db) => Promise<T>) => Promise<T>;

/** Drizzle's own transactions know nothing of the queue, the retries and the guard: ours replace them. */
export function makeDb(run: Run, transaction: Transaction): Db {
  // The cast is safe as far as the two query builders agree; what only one of them has is in sql.ts.
  const db = dialect === "postgres" ? makePostgresDb(run) : (makeSqliteDb(run) as unknown as Db);
  return Object.assign(db, { transaction });
}
