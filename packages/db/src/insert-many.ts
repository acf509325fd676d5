import { getTableColumns, getTableName, SQL, type Column } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { dialect } from "./columns.ts";
import type { Db } from "./db.ts";

/**
 * Inserts any number of rows of plain values; what a row leaves out has its default or is null. Drizzle spends longer on putting a large
 * insert together than SQLite on doing it, so here a table's statement is written once and only filled in.
 */
export async function insertMany<Table extends PgTable>(db: Db, table: Table, rows: readonly Table["$inferInsert"][]): Promise<void> {
  if (rows.length === 0) return;
  const columns = Object.entries<Column>(getTableColumns(table)).filter(([, column]) => !isNumberedByDatabase(column));
  if (dialect === "postgres") {
    await db.execute(new Filled(unnestText(table, columns), columns.map((column) => rows.map((row) => bound(column, row)))));
    return;
  }
  let from = 0;
  for (const size of blockSizes) {
    for (; from + size <= rows.length; from += size) {
      const params = rows.slice(from, from + size).flatMap((row) => columns.map((column) => bound(column, row)));
      await db.execute(new Filled(valuesText(table, columns, size), params));
    }
  }
}

/** Few sizes, so that SQLite keeps a handful of prepared statements a table and not one for every number of rows. */
const blockSizes = [64, 8, 1];

/** A statement that is text already. */
class Filled extends SQL {
  constructor(
    private readonly text: string,
    private readonly params: unknown[],
  ) {
    super([]);
  }

  override toQuery() {
    return { sql: this.text, params: this.params };
  }
}

type NamedColumn = [key: string, column: Column];

function bound([key, column]: NamedColumn, row: Record<string, unknown>): unknown {
  const value = row[key] === undefined ? (column.default ?? column.defaultFn?.()) : row[key];
  return value === undefined || value === null ? null : column.mapToDriverValue(value);
}

function isNumberedByDatabase(column: Column): boolean {
  return column.generatedIdentity !== undefined || ("autoIncrement" in column && column.autoIncrement === true);
}

const texts = new Map<string, string>();

function kept(key: string, write: () => string): string {
  let text = texts.get(key);
  if (text === undefined) texts.set(key, (text = write()));
  return text;
}

function valuesText(table: PgTable, columns: NamedColumn[], size: number): string {
  return kept(`${getTableName(table)} ${size}`, () => {
    const row = `(${columns.map(() => "?").join(", ")})`;
    return `${insertInto(table, columns)} values ${Array.from({ length: size }, () => row).join(", ")}`;
  });
}

/** One array a column: the same text for any number of rows. */
function unnestText(table: PgTable, columns: NamedColumn[]): string {
  return kept(getTableName(table), () => {
    const arrays = columns.map(([, column], i) => `$${i + 1}::${column.getSQLType().replace(/ collate .*/i, "")}[]`);
    return `${insertInto(table, columns)} select * from unnest(${arrays.join(", ")})`;
  });
}

function insertInto(table: PgTable, columns: NamedColumn[]): string {
  return `insert into "${getTableName(table)}" (${columns.map(([, column]) => `"${column.name}"`).join(", ")})`;
}
