import { Column, getTableColumns, getTableName } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { dialect } from "./columns.ts";
import type { Db } from "./db.ts";
import { TextQuery } from "./text-query.ts";

/**
 * Inserts any number of rows of plain values; what a row leaves out has its default or is null. Drizzle spends longer on putting a large
 * insert together than SQLite on doing it, so here a table's statement is written once and only filled in.
 */
export async function insertMany<Table extends PgTable>(db: Db, table: Table, rows: readonly Table["$inferInsert"][]): Promise<void> {
  await send(db, table, rows, "");
}

/** Inserts those rows whose key is not there yet, and returns what they have in one of their text columns. */
export async function insertMissing<Table extends PgTable>(
  db: Db,
  table: Table,
  rows: readonly Table["$inferInsert"][],
  key: keyof Table["$inferInsert"] & string,
): Promise<string[]> {
  const name = getTableColumns(table)[key]?.name ?? key;
  const inserted = await send(db, table, rows, ` on conflict do nothing returning "${name}"`);
  return inserted.map((row) => String(row[name]));
}

/** Inserts rows; where one with the same key is there already, the new one's counts are added to its own. */
export async function insertAdding<Table extends PgTable>(
  db: Db,
  table: Table,
  rows: readonly Table["$inferInsert"][],
  { key, counts }: { key: (keyof Table["$inferInsert"] & string)[]; counts: (keyof Table["$inferInsert"] & string)[] },
): Promise<void> {
  const columns = getTableColumns(table);
  const named = (field: string) => `"${columns[field]?.name ?? field}"`;
  const sums = counts.map((field) => `${named(field)} = "${getTableName(table)}".${named(field)} + excluded.${named(field)}`);
  await send(db, table, rows, ` on conflict (${key.map(named).join(", ")}) do update set ${sums.join(", ")}`);
}

/**
 * Inserts rows of one owner, numbered behind the last that is stored of it, in one statement. Call it where nobody else adds any.
 * What a row has for a number does not count.
 */
export async function insertNumbered<Table extends PgTable>(
  db: Db,
  table: Table,
  rows: readonly Table["$inferInsert"][],
  { number, owner }: { number: keyof Table["$inferInsert"] & string; owner: keyof Table["$inferInsert"] & string },
): Promise<void> {
  if (rows.length === 0) return;
  const shape = shapeOf(table);
  const numbered = rows.map((row: Row, i): Row => ({ ...row, [number]: i + 1 }));
  const isPostgres = dialect === "postgres";
  const text = kept(shape, `${number} of ${owner}, ${isPostgres ? "any" : rows.length} rows`, () => {
    const columns = getTableColumns(table);
    const names = shape.columns.map((_, i) => `column${i + 1}`);
    const rowsToAdd = isPostgres ? `unnest(${arraysOf(shape)}) as added(${names.join(", ")})` : `(values ${placesFor(shape, rows.length)}) as added`;
    const ownerOfAdded = `added.${names[shape.columns.findIndex((column) => column === columns[owner])]}`;
    const last = `(select max("${columns[number]?.name}") from "${getTableName(table)}" where "${columns[owner]?.name}" = ${ownerOfAdded})`;
    const selected = shape.columns.map((column, i) => (column === columns[number] ? `added.${names[i]} + coalesce(${last}, 0)` : `added.${names[i]}`));
    return `${shape.insertInto} select ${selected.join(", ")} from ${rowsToAdd}`;
  });
  const values = isPostgres ? shape.cells.map((cell) => numbered.map(cell)) : valuesIn(shape, numbered, 0, rows.length);
  await db.execute(new TextQuery(text, values));
}

type Row = Record<string, unknown>;

async function send(db: Db, table: PgTable, rows: readonly Row[], ending: string): Promise<Row[]> {
  if (rows.length === 0) return [];
  const shape = shapeOf(table);
  if (dialect === "postgres") {
    const lists = shape.cells.map((cell) => rows.map(cell));
    return rowsOf(await db.execute(new TextQuery(unnestText(shape, ending), lists)));
  }
  const returned: Row[] = [];
  let from = 0;
  for (const size of blockSizes) {
    for (; from + size <= rows.length; from += size) {
      const params = valuesIn(shape, rows, from, size);
      returned.push(...rowsOf(await db.execute(new TextQuery(valuesText(shape, size, ending), params))));
    }
  }
  return returned;
}

/** Few sizes, so that SQLite keeps a handful of prepared statements a table and not one for every number of rows. */
const blockSizes = [256, 64, 16, 4, 2, 1];

function valuesIn({ cells }: Shape, rows: readonly Row[], from: number, size: number): unknown[] {
  const params: unknown[] = [];
  for (let i = from; i < from + size; i += 1) {
    const row = rows[i];
    if (row) for (const cell of cells) params.push(cell(row));
  }
  return params;
}

function rowsOf(result: { rows: Row[] }): Row[] {
  return result.rows;
}

/** What does not change between two inserts into a table. */
interface Shape {
  insertInto: string;
  columns: Column[];
  /** The value of each column, as the driver takes it. */
  cells: ((row: Row) => unknown)[];
  texts: Map<string, string>;
}

const shapes = new WeakMap<PgTable, Shape>();

function shapeOf(table: PgTable): Shape {
  let shape = shapes.get(table);
  if (!shape) {
    const named = Object.entries<Column>(getTableColumns(table)).filter(([, column]) => !isNumberedByDatabase(column));
    const columns = named.map(([, column]) => column);
    const insertInto = `insert into "${getTableName(table)}" (${columns.map((column) => `"${column.name}"`).join(", ")})`;
    shape = { insertInto, columns, cells: named.map(([key, column]) => cellOf(key, column)), texts: new Map() };
    shapes.set(table, shape);
  }
  return shape;
}

function cellOf(key: string, column: Column): (row: Row) => unknown {
  const isPlain = column.mapToDriverValue === Column.prototype.mapToDriverValue;
  return (row) => {
    const value = row[key] === undefined ? (column.default ?? column.defaultFn?.()) : row[key];
    if (value === undefined || value === null) return null;
    return isPlain ? value : column.mapToDriverValue(value);
  };
}

function isNumberedByDatabase(column: Column): boolean {
  return column.generatedIdentity !== undefined || ("autoIncrement" in column && column.autoIncrement === true);
}

function kept({ texts }: Shape, key: string, write: () => string): string {
  let text = texts.get(key);
  if (text === undefined) texts.set(key, (text = write()));
  return text;
}

function valuesText(shape: Shape, size: number, ending: string): string {
  return kept(shape, `${size}${ending}`, () => `${shape.insertInto} values ${placesFor(shape, size)}${ending}`);
}

function placesFor({ columns }: Shape, size: number): string {
  const row = `(${columns.map(() => "?").join(", ")})`;
  return Array.from({ length: size }, () => row).join(", ");
}

/** One array a column: the same text for any number of rows. */
function unnestText(shape: Shape, ending: string): string {
  return kept(shape, ending, () => `${shape.insertInto} select * from unnest(${arraysOf(shape)})${ending}`);
}

function arraysOf({ columns }: Shape): string {
  return columns.map((column, i) => `$${i + 1}::${column.getSQLType().replace(/ collate .*/i, "")}[]`).join(", ");
}
