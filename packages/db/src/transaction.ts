import type { Db } from "./db.ts";
import { Scope } from "./scope.ts";

/**
 * Runs the work in one transaction: all of it is kept, or nothing when it throws. Inside another one it
 * is a savepoint, undone alone when it throws. On Postgres the outermost work runs again after a
 * conflict, so it changes nothing but the database.
 */
export function inTransaction<C extends { db: Db }, T>(ctx: C, work: (ctx: C) => Promise<T>): Promise<T> {
  return ctx.db.transaction((tx) => {
    // Every handle is made by connect.ts, whose transactions hand over a Db.
    const db = tx as Db;
    return work({ ...ctx, db });
  });
}

/** Whether the caller is inside a transaction, for asserting that nothing there waits for a network. */
export function isInTransaction(): boolean {
  return Scope.open() !== null;
}
