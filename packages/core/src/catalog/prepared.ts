import type { Context } from "../kernel/index.ts";

const byDb = new WeakMap<Context["db"], Map<string, unknown>>();

/**
 * A query that is put together once a database and then only filled in: building its text anew takes about as long
 * as running it. The key names everything its text depends on. A transaction's own handle lives too short to gain.
 */
export function prepared<Query>(ctx: Context, key: string, prepare: (db: Context["db"]) => Query): Query {
  let queries = byDb.get(ctx.db);
  if (!queries) byDb.set(ctx.db, (queries = new Map()));
  // The cast is safe because every key belongs to one call, which always makes the same type.
  let query = queries.get(key) as Query | undefined;
  if (!query) queries.set(key, (query = prepare(ctx.db)));
  return query;
}
