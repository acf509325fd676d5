import { Pool, type PoolClient } from "pg";
import { publicUrl } from "../database-url.ts";
import { command, type Connection, type Driver, type DriverLoad, type DriverOptions, type Result, type Run, type Statement } from "../driver.ts";
import { StatementNames } from "./statement-names.ts";
import { parsers } from "./parsers.ts";

const connectTimeoutMs = 15_000;

/** Any number does, as long as every server of a database takes the same one. */
const migrationLock = 7_263_014;

/** Errors: one line that says which server could not be reached and why, never the password. */
export async function openPostgres(url: string, options: DriverOptions): Promise<Driver> {
  // An unreadable address is refused here, because the driver's own error would repeat it whole.
  if (!URL.canParse(url)) throw new Error("The database address cannot be read: is a sign in its password not escaped?");
  const pool = new Pool({
    connectionString: url,
    max: options.poolSize ?? 10,
    connectionTimeoutMillis: connectTimeoutMs,
    keepAlive: true,
    application_name: "cartwright",
  });
  // A connection that breaks while nobody uses it would otherwise end the process; the pool replaces it.
  pool.on("error", () => {});
  pool.on("connect", (client) => void client.on("error", () => {}));
  try {
    await pool.query("select 1");
  } catch (error) {
    await pool.end();
    throw new Error(`Cannot use the database at ${publicUrl(url)}: ${reasonOf(error)}`, { cause: error });
  }
  return new PostgresDriver(pool, options.preparedStatements === false ? null : new StatementNames());
}

class PostgresDriver implements Driver {
  readonly dialect = "postgres";

  constructor(
    private readonly pool: Pool,
    private readonly names: StatementNames | null,
  ) {}

  readonly run: Run = (statement) => this.query(this.pool, statement);

  async begin(): Promise<Connection> {
    const client = await this.pool.connect();
    try {
      await client.query("begin isolation level read committed");
    } catch (error) {
      client.release(true);
      throw error;
    }
    return {
      run: (statement) => this.query(client, statement),
      release: (isBroken) => client.release(isBroken),
    };
  }

  load(): DriverLoad {
    const { totalCount, idleCount, waitingCount } = this.pool;
    return { connections: totalCount, idle: idleCount, waiting: waitingCount };
  }

  async migrating<T>(work: (run: Run) => Promise<T>): Promise<T> {
    const { run, release } = await this.begin();
    let isBroken = true;
    try {
      await run(command(`select pg_advisory_xact_lock(${migrationLock})`));
      const value = await work(run);
      await run(command("commit"));
      isBroken = false;
      return value;
    } finally {
      release(isBroken);
    }
  }

  close(): Promise<void> {
    return this.pool.end();
  }

  private async query(client: Pool | PoolClient, { sql, params, rows }: Statement): Promise<Result> {
    const result = await client.query<Record<string, unknown>>({
      text: sql,
      values: [...params],
      name: this.names?.nameOf(sql),
      types: parsers,
      // The driver's types know only the array mode of a query that always has it.
      ...(rows === "arrays" ? { rowMode: "array" } : {}),
    });
    return { rows: result.rows, rowCount: result.rowCount ?? 0 };
  }
}

/** A refused connection to a name with several addresses comes as one error of several, without a message. */
function reasonOf(error: unknown): string {
  const first = error instanceof AggregateError ? error.errors[0] : error;
  const text = first instanceof Error ? first.message || ("code" in first ? String(first.code) : "") : String(first);
  return text.split("\n", 1)[0] || "it does not answer";
}
