import { getTableName, is } from "drizzle-orm";
import { getTableConfig, SQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import * as schema from "./schema/index.ts";

let known: Map<string, string[]> | null = null;

/**
 * The columns of a unique index, as `table.column`. SQLite names the columns that refused a row and
 * never the index, so its name is looked up in the schema.
 */
export function columnsOfUnique(indexName: string): string[] | undefined {
  known ??= readUniqueIndexes();
  return known.get(indexName);
}

function readUniqueIndexes(): Map<string, string[]> {
  const indexes = new Map<string, string[]>();
  const tables: unknown[] = Object.values(schema);
  for (const table of tables) {
    if (!is(table, SQLiteTable)) continue;
    for (const { config } of getTableConfig(table).indexes) {
      if (!config.unique) continue;
      const columns = config.columns.map((column) => (is(column, SQLiteColumn) ? column.name : "(expression)"));
      indexes.set(config.name, columns.map((column) => `${getTableName(table)}.${column}`));
    }
  }
  return indexes;
}
