import * as pg from "./columns.pg.ts";
import * as sqlite from "./columns.sqlite.ts";
import { dialectOf } from "./database-url.ts";

/** Chosen once a process, by DATABASE_URL, because a table belongs to one dialect from its making. */
export const dialect = dialectOf(process.env["DATABASE_URL"] ?? "");

// The cast is safe for queries: both files export the same names with the same TypeScript values in
// and out, and src/columns.test.ts holds them together. Only Postgres' own extras have no twin.
const builders = dialect === "postgres" ? pg : (sqlite as unknown as typeof pg);

export const {
  table,
  index,
  uniqueIndex,
  primaryKey,
  foreignKey,
  check,
  unique,
  text,
  integer,
  bigint,
  real,
  sequence,
  boolean,
  timestamp,
  json,
} = builders;
