import { NodePgDatabase, NodePgSession, drizzle } from "drizzle-orm/node-postgres";
import { sql, type SQL } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";
import type { Run } from "../driver.ts";
import * as schema from "../schema/index.ts";

/** A limit as a parameter leaves the planner guessing, so that it plans at each call, and badly: here it is part of the text. */
class LiteralLimitDialect extends PgDialect {
  override buildSelectQuery(config: Parameters<PgDialect["buildSelectQuery"]>[0]): SQL {
    const { limit } = config;
    return super.buildSelectQuery(typeof limit === "number" ? { ...config, limit: sql.raw(String(limit)) as never } : config);
  }
}

const dialect = new LiteralLimitDialect();

// Read once: walking all tables for each transaction would cost more than the transaction.
const { schema: tables, fullSchema, tableNamesMap } = drizzle.mock({ schema })._;
const relations = tables && { schema: tables, fullSchema, tableNamesMap };

type Client = ConstructorParameters<typeof NodePgSession>[0];

/** Drizzle over `run`. */
export function makePostgresDb(run: Run): NodePgDatabase<typeof schema> {
  const client = {
    query: ({ text, rowMode }: { text: string; rowMode?: "array" }, params: unknown[]) =>
      run({ sql: text, params, rows: rowMode === "array" ? "arrays" : "objects" }),
  };
  // The cast is safe because drizzle's session calls nothing but `query` outside of its own
  // transactions, and those are replaced by ours.
  const session = new NodePgSession<typeof schema, NonNullable<typeof tables>>(client as unknown as Client, dialect, relations);
  return new NodePgDatabase<typeof schema>(dialect, session, relations);
}
