import { setTimeout as pause } from "node:timers/promises";
import type { Db } from "./db.ts";
import type { Driver } from "./driver.ts";
import { Scope, wholeTransaction, type MakeHandle } from "./scope.ts";

const mostAttempts = 12;
const longestPauseMs = 250;

/** The outermost transaction: as a whole again when Postgres reports a conflict (40001, 40P01). */
export async function runTransaction<T>(
  driver: Driver,
  makeHandle: MakeHandle,
  work: (tx: Db) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    const connection = await driver.begin();
    const scope = new Scope(makeHandle, connection);
    try {
      return await scope.perform(work, wholeTransaction);
    } catch (error) {
      if (scope.conflict === null || attempt === mostAttempts) throw error;
    } finally {
      connection.release(scope.isBroken);
    }
    await pause(Math.random() * Math.min(longestPauseMs, 5 * 2 ** attempt));
  }
}
