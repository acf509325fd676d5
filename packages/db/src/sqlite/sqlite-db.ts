import { DrizzleQueryError, type SQL } from "drizzle-orm";
import { SQLiteAsyncDialect } from "drizzle-orm/sqlite-core";
import { SqliteRemoteDatabase, SQLiteRemoteSession, drizzle } from "drizzle-orm/sqlite-proxy";
import type { Run } from "../driver.ts";
import * as schema from "../schema/index.ts";

const dialect = new SQLiteAsyncDialect();

// Read once: walking all tables for each transaction would cost more than the transaction.
const { schema: tables, fullSchema, tableNamesMap } = drizzle(async () => ({ rows: [] }), { schema })._;
const relations = tables && { schema: tables, fullSchema, tableNamesMap };

/** Drizzle over `run`. Statements without rows answer with `rowCount`, as they do on Postgres. */
export function makeSqliteDb(run: Run) {
  const session = new SQLiteRemoteSession<typeof schema, NonNullable<typeof tables>>(
    (sql, params, method) => {
      const result = run({ sql, params, rows: "arrays" });
      // Drizzle's type asks for a list, but `get` hands over one row, or undefined.
      return method === "get" ? result.then((result) => ({ ...result, rows: result.rows[0] as unknown[] })) : result;
    },
    dialect,
    relations,
  );
  const db = new SqliteRemoteDatabase<typeof schema>("async", dialect, session, relations);
  const execute = async (query: SQL) => {
    const { sql, params } = dialect.sqlToQuery(query);
    try {
      return await run({ sql, params, rows: "objects" });
    } catch (error) {
      throw new DrizzleQueryError(sql, params, error as Error);
    }
  };
  return Object.assign(db, { execute });
}
