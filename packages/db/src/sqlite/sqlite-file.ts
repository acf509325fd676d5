import Sqlite from "better-sqlite3";
import type { Result, Statement } from "../driver.ts";

/** Enough for every statement of a shop; what is built with varying lists falls out by age. */
const mostStatements = 500;

/** One connection to a file, with the statements it prepared last. */
export class SqliteFile {
  readonly connection: Sqlite.Database;
  private readonly statements = new Map<string, Sqlite.Statement<unknown[], unknown[]>>();

  constructor(path: string, { isReader }: { isReader: boolean }) {
    this.connection = new Sqlite(path, { readonly: isReader, timeout: 0 });
  }

  run({ sql, params, rows }: Statement): Result {
    const statement = this.prepare(sql);
    const values = params.map(bindable);
    if (!statement.reader) return { rows: [], rowCount: statement.run(...values).changes };
    const found = statement.all(...values);
    return { rows: rows === "arrays" ? found : asObjects(statement, found), rowCount: found.length };
  }

  /** Null when the statement writes. */
  read(statement: Statement): Result | null {
    return this.prepare(statement.sql).readonly ? this.run(statement) : null;
  }

  private prepare(sql: string): Sqlite.Statement<unknown[], unknown[]> {
    let statement = this.statements.get(sql);
    if (statement) {
      this.statements.delete(sql);
    } else {
      statement = this.connection.prepare<unknown[], unknown[]>(sql);
      if (statement.reader) statement.raw(true);
      if (this.statements.size >= mostStatements) this.forgetOldest();
    }
    this.statements.set(sql, statement);
    return statement;
  }

  private forgetOldest(): void {
    for (const sql of this.statements.keys()) {
      this.statements.delete(sql);
      return;
    }
  }
}

/** The driver binds every number as a float, by which 5 / 2 would be 2.5 here and 2 on Postgres. */
function bindable(value: unknown): unknown {
  if (typeof value === "number") return Number.isSafeInteger(value) ? BigInt(value) : value;
  if (typeof value === "boolean") return value ? 1n : 0n;
  if (value instanceof Date) return BigInt(value.getTime());
  return value;
}

function asObjects(statement: Sqlite.Statement<unknown[], unknown[]>, rows: unknown[][]): Record<string, unknown>[] {
  const names = statement.columns().map((column) => column.name);
  return rows.map((row) => {
    const object: Record<string, unknown> = {};
    for (let i = 0; i < names.length; i += 1) object[names[i] ?? ""] = row[i];
    return object;
  });
}
