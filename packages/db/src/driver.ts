import type { Dialect } from "./database-url.ts";

export interface Statement {
  sql: string;
  params: readonly unknown[];
  rows: "arrays" | "objects";
}

export interface Result {
  rows: unknown[];
  /** Rows returned, or rows changed by a statement that returns none. */
  rowCount: number;
}

export type Run = (statement: Statement) => Promise<Result>;

/** A connection that nobody else uses while a transaction is open on it. */
export interface Connection {
  readonly run: Run;
  /** Gives it back; a broken one is undone or thrown away. */
  release: (isBroken: boolean) => void;
}

/** What the rest of this package knows of a database: one implementation a dialect. */
export interface Driver {
  readonly dialect: Dialect;
  /** One statement outside of any transaction. */
  readonly run: Run;
  begin(): Promise<Connection>;
  /** A transaction that no other server can be in at the same time, for changes of the schema. */
  migrating<T>(work: (run: Run) => Promise<T>): Promise<T>;
  /** How busy it is. */
  load(): DriverLoad;
  close(): Promise<void>;
}

export interface DriverLoad {
  connections: number;
  /** Those of them that do nothing. */
  idle: number;
  /** Statements and transactions that wait for a connection, or for the one writer. */
  waiting: number;
}

export interface DriverOptions {
  /** Postgres: most connections at once. Default 10. */
  poolSize?: number;
  /** Postgres: let the server keep plans. Off behind a pooler that shares connections. Default on. */
  preparedStatements?: boolean;
  /** SQLite: how long to wait for another process that holds the file. Default 15. */
  lockWaitSeconds?: number;
}

/** A statement without parameters, such as `commit`. */
export function command(sql: string): Statement {
  return { sql, params: [], rows: "arrays" };
}
