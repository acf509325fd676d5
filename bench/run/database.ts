import { startPostgres } from "@cartwright/db/testing/postgres";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export type Dialect = "sqlite" | "postgres";

export interface BenchDatabase {
  dialect: Dialect;
  url: string;
  /** For logs, uploads and notes about this database. */
  folder: string;
}

/** Where databases come from in one run: all of them are gone when it is closed. */
export interface DatabaseSource {
  dialect: Dialect;
  create(name: string): Promise<BenchDatabase>;
  close(): Promise<void>;
}

/** Empty databases that lose nothing in a power cut: SQLite files, or a Postgres server with fsync. */
export async function openDatabases(dialect: Dialect): Promise<DatabaseSource> {
  const home = mkdtempSync(join(tmpdir(), "cartwright-bench-"));
  const server = dialect === "postgres" ? await startPostgres({ isDurable: true }) : null;
  const urlOf = async (name: string, folder: string) => {
    if (!server) return `file:${join(folder, "shop.db")}`;
    await createPostgresDatabase(server.url, name);
    const address = new URL(server.url);
    address.pathname = `/${name}`;
    return address.href;
  };
  const removeHome = () => rmSync(home, { recursive: true, force: true });
  process.once("exit", removeHome);
  return {
    dialect,
    async create(name) {
      const folder = join(home, name);
      mkdirSync(folder);
      return { dialect, url: await urlOf(name, folder), folder };
    },
    async close() {
      await server?.stop();
      process.removeListener("exit", removeHome);
      removeHome();
    },
  };
}

async function createPostgresDatabase(serverUrl: string, name: string): Promise<void> {
  const { Client } = (await import("pg")).default;
  const client = new Client({ connectionString: serverUrl });
  client.on("error", () => {});
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
}
