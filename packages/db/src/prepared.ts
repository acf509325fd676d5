import { sql } from "drizzle-orm";
import type { Db } from "./db.ts";

/** A transaction's handle, and the database's own handle behind it. */
const roots = new WeakMap<Db, Db>();
const queriesOf = new WeakMap<Db, Map<string, unknown>>();

export function rememberRoot(handle: Db, root: Db): Db {
  roots.set(handle, root);
  return handle;
}

/**
 * A query that is put together once a database and then only filled in: building its text anew takes about as
 * long as running it. Made on the database's own handle, which joins a running transaction. The key names
 * everything the text depends on, and belongs to one call.
 */
export function prepared<Query>(ctx: { db: Db }, key: string, prepare: (db: Db) => Query): Query {
  const db = roots.get(ctx.db) ?? ctx.db;
  let queries = queriesOf.get(db);
  if (!queries) queriesOf.set(db, (queries = new Map()));
  // A key belongs to one call, which always makes the same type.
  let query = queries.get(key) as Query | undefined;
  if (!query) queries.set(key, (query = prepare(db)));
  return query;
}

/** Ids for an `in (…)` of a prepared query: a round number of places, the last id filling the rest. Few texts serve all numbers. */
export function fillPlaces(ids: readonly string[]): { count: number; values: Record<string, string> } {
  const count = ids.length === 0 ? 1 : 2 ** Math.ceil(Math.log2(ids.length));
  return { count, values: Object.fromEntries(Array.from({ length: count }, (_, i) => [`id${i}`, ids[i] ?? ids.at(-1) ?? ""])) };
}

/** The places that `fillPlaces` fills. */
export function places(count: number) {
  return Array.from({ length: count }, (_, i) => sql.placeholder(`id${i}`));
}
