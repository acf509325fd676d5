import { sql, type AnyColumn, type SQL, type SQLWrapper } from "drizzle-orm";
import { dialect } from "./columns.ts";
import type { Db } from "./db.ts";

type Lockable = { for(strength: "update", config?: { skipLocked?: boolean; noWait?: boolean }): unknown };

/**
 * Locks the selected rows until the transaction ends. SQLite has one writer at a time, so there the
 * transaction itself is the lock.
 */
export function lockRow<Query extends Lockable>(query: Query, options: { skipLocked?: boolean } = {}): Query {
  if (dialect === "postgres") query.for("update", options);
  return query;
}

/** The same at the end of a raw query, for rows that nobody else has locked: the others are left out. */
export function lockRowsSkippingOthers(alias: string): SQL {
  return dialect === "postgres" ? sql`for update of ${sql.identifier(alias)} skip locked` : sql``;
}

/**
 * Whether this transaction is the only one that works under a name; asked as part of a statement, it waits for nobody.
 * SQLite has one writer at a time, so there nobody else is.
 */
export function isAloneWith(name: SQLWrapper): SQL<boolean> {
  return dialect === "postgres" ? sql<boolean>`pg_try_advisory_xact_lock(hashtextextended(${name}, 0))` : sql<boolean>`true`;
}

/** A raw statement; answers with the number of rows it returned or changed. */
export async function execute(db: Db, statement: SQL): Promise<number> {
  return (await db.execute(statement)).rowCount ?? 0;
}

/** The rows of a raw query, as the database names and stores them: give dates and JSON their columns' mapping. */
export async function queryRows<Row extends object>(db: Db, query: SQL): Promise<Row[]> {
  // The caller's type is taken at its word, as drizzle's own execute does.
  return (await db.execute(query)).rows as Row[];
}

/** The greatest of values none of which is null. */
export function greatest<T = number>(...values: (AnyColumn | SQL | number)[]): SQL<T> {
  return sql<T>`${sql.raw(dialect === "postgres" ? "greatest" : "max")}(${sql.join(values.map((value) => sql`${value}`), sql`, `)})`;
}

/** The least of values none of which is null. */
export function least<T = number>(...values: (AnyColumn | SQL | number)[]): SQL<T> {
  return sql<T>`${sql.raw(dialect === "postgres" ? "least" : "min")}(${sql.join(values.map((value) => sql`${value}`), sql`, `)})`;
}

/** Whether the text holds the words as typed; upper and lower case are the same for a-z only. */
export function containsText(text: AnyColumn | SQL, words: string): SQL<boolean> {
  const pattern = `%${words.toLowerCase().replace(/[\\%_]/g, "\\$&")}%`;
  return sql<boolean>`lower(${text}) like ${pattern} escape '\\'`;
}

/** Whether the text is one of a list, which is given as JSON: one value instead of many, and one statement for lists of any length. */
export function isInList(text: AnyColumn | SQL, list: SQLWrapper | string): SQL<boolean> {
  if (dialect === "postgres") return sql<boolean>`${text} = any(array(select json_array_elements_text((${list})::json)))`;
  return sql<boolean>`${text} in (select value from json_each(${list}))`;
}

const mostRows = 1_000;

/** Splits a list, such as the ids of an `in (…)`. */
export function chunked<Item>(items: readonly Item[], size = mostRows): Item[][] {
  const chunks: Item[][] = [];
  for (let from = 0; from < items.length; from += size) chunks.push(items.slice(from, from + size));
  return chunks;
}
