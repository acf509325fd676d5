import { getTableName, type Column } from "drizzle-orm";
import { columnsOfUnique } from "./unique-columns.ts";

/** What the two drivers say of an error: SQLSTATE or a SQLITE_ code, and which constraint it was. */
interface DriverError extends Error {
  code: string;
  table?: string;
  constraint?: string;
  detail?: string;
}

/**
 * Whether a unique index, constraint or primary key refused the row. The hint narrows it to a column
 * (`accounts.email`) or to the name of a unique index ("accounts_email").
 */
export function isUniqueViolation(error: unknown, hint?: Column | string): boolean {
  const found = find(error, ["23505", "SQLITE_CONSTRAINT_UNIQUE", "SQLITE_CONSTRAINT_PRIMARYKEY"]);
  if (!found || hint === undefined) return found !== null;
  const refused = refusedColumns(found);
  if (typeof hint !== "string") return refused.includes(nameOf(hint));
  if (found.constraint !== undefined) return found.constraint === hint;
  return columnsOfUnique(hint)?.join() === refused.join();
}

export function isForeignKeyViolation(error: unknown): boolean {
  return find(error, ["23503", "SQLITE_CONSTRAINT_FOREIGNKEY"]) !== null;
}

export function isCheckViolation(error: unknown): boolean {
  return find(error, ["23514", "SQLITE_CONSTRAINT_CHECK"]) !== null;
}

/** Two transactions stood in each other's way on Postgres: the whole of one may be tried again. */
export function isSerializationFailure(error: unknown): boolean {
  return find(error, ["40001", "40P01"]) !== null;
}

/** Another process holds the SQLite file. */
export function isBusy(error: unknown): boolean {
  return find(error, ["SQLITE_BUSY", "SQLITE_BUSY_SNAPSHOT", "SQLITE_BUSY_RECOVERY", "SQLITE_LOCKED"]) !== null;
}

/** Drizzle wraps what the driver threw, and others may wrap that. */
function find(error: unknown, codes: readonly string[]): DriverError | null {
  for (let at = error, depth = 0; at instanceof Error && depth < 10; at = at.cause, depth++) {
    if ("code" in at && typeof at.code === "string" && codes.includes(at.code)) return at as DriverError;
  }
  return null;
}

/** As `table.column`, in the order of the index. */
function refusedColumns(error: DriverError): string[] {
  if (error.table !== undefined) {
    // Key (cart_id, variant_id)=(crt_1, var_1) already exists.
    const key = /\(([^)]*)\)=/.exec(error.detail ?? "")?.[1] ?? "";
    return key.split(", ").map((column) => `${error.table}.${column}`);
  }
  // UNIQUE constraint failed: cart_lines.cart_id, cart_lines.variant_id
  return (error.message.split("failed: ")[1] ?? "").split(", ");
}

function nameOf(column: Column): string {
  return `${getTableName(column.table)}.${column.name}`;
}
