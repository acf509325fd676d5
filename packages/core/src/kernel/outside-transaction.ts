import { isInTransaction } from "@cartwright/db";

/** A transaction waits for nobody outside the database: calling the network inside one is a mistake of ours. */
export function requireNoTransaction(what: string): void {
  if (isInTransaction()) throw new Error(`${what} must be called outside of transactions`);
}
