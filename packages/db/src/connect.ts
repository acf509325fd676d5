import { dialect } from "./columns.ts";
import { dialectOf, publicUrl, type Dialect } from "./database-url.ts";
import { makeDb, type Db } from "./db.ts";
import type { Driver, DriverOptions, Run } from "./driver.ts";
import { openDriver } from "./open-driver.ts";
import { rememberRoot } from "./prepared.ts";
import { runTransaction } from "./run-transaction.ts";
import { Scope, type MakeHandle } from "./scope.ts";

export interface Database {
  db: Db;
  dialect: Dialect;
  /** The address without user and password, for logs. */
  url: string;
  driver: Driver;
  close(): Promise<void>;
}

export interface ConnectOptions extends DriverOptions {
  /** Called with the text of every statement that drizzle sends, to count or trace them. */
  onQuery?: (sql: string) => void;
}

/** Errors: one clear line when the address is wrong or nobody answers there, never with the password. */
export async function connect(url: string, options: ConnectOptions = {}): Promise<Database> {
  if (dialectOf(url) !== dialect) {
    throw new Error(`DATABASE_URL chose ${dialect} when this process started; it can't connect to ${publicUrl(url)}`);
  }
  const driver = await openDriver(url, options);
  return { db: makeRootDb(driver, options), dialect, url: publicUrl(url), driver, close: () => driver.close() };
}

/** The handle for plain statements. Inside a transaction it joins that one, instead of waiting for it. */
function makeRootDb(driver: Driver, { onQuery }: ConnectOptions): Db {
  const makeHandle: MakeHandle = (scope) => rememberRoot(makeDb(watched(scope.run, onQuery), (work) => scope.nest(work)), root);
  const run: Run = (statement) => (Scope.around(makeHandle) ?? driver).run(statement);
  const root = makeDb(watched(run, onQuery), (work) => {
    const scope = Scope.around(makeHandle);
    return scope ? scope.nest(work) : runTransaction(driver, makeHandle, work);
  });
  return root;
}

function watched(run: Run, onQuery: ConnectOptions["onQuery"]): Run {
  if (!onQuery) return run;
  return (statement) => {
    onQuery(statement.sql);
    return run(statement);
  };
}
