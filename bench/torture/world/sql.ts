import Sqlite from "better-sqlite3";
import type { BenchDatabase } from "../../run/database.ts";

export type Value = string | number;

/** The bare driver, so that what is checked does not go through the code that is checked. Places are `?`. */
export interface Sql {
  rows<Row>(text: string, values?: readonly Value[]): Promise<Row[]>;
  close(): Promise<void>;
}

export async function openSql(database: BenchDatabase): Promise<Sql> {
  return database.dialect === "sqlite" ? openSqlite(database.url) : openPostgres(database.url);
}

function openSqlite(url: string): Sql {
  const connection = new Sqlite(url.slice("file:".length), { readonly: true, timeout: 5_000 });
  return {
    rows: async <Row>(text: string, values: readonly Value[] = []) => connection.prepare<unknown[], Row>(text).all(...values),
    close: async () => void connection.close(),
  };
}

async function openPostgres(url: string): Promise<Sql> {
  const { Pool, types } = (await import("pg")).default;
  // Counts, sums and amounts are numbers within 2^53; timestamps are read as milliseconds on both.
  for (const type of [types.builtins.INT8, types.builtins.NUMERIC]) types.setTypeParser(type, Number);
  for (const type of [types.builtins.TIMESTAMPTZ, types.builtins.TIMESTAMP]) types.setTypeParser(type, (text) => new Date(text).getTime());
  types.setTypeParser(types.builtins.BOOL, (text) => (text === "t" ? 1 : 0));
  for (const type of [types.builtins.JSON, types.builtins.JSONB]) types.setTypeParser(type, String);
  const pool = new Pool({ connectionString: url, max: 2 });
  pool.on("error", () => {});
  return {
    async rows<Row>(text: string, values: readonly Value[] = []) {
      let place = 0;
      const numbered = text.replaceAll("?", () => `$${(place += 1)}`);
      return (await pool.query(numbered, [...values])).rows as Row[];
    },
    close: () => pool.end(),
  };
}
