import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { root, runToEnd } from "../../run/child.ts";
import { openDatabases, type BenchDatabase, type Dialect } from "../../run/database.ts";
import { secret } from "../../run/secret.ts";
import type { Guard } from "../options.ts";
import { startBank, type Bank } from "./bank.ts";
import { GrowingFile } from "./growing-file.ts";
import { Slot } from "./servers.ts";
import { openSql, type Sql } from "./sql.ts";

/** How much faster the shop's clock runs: its sweeper's 45 seconds of grace are less than one. */
export const clockFactor = 60;

/** Everything that a story plays in. */
export interface World {
  dialect: Dialect;
  database: BenchDatabase;
  slots: Slot[];
  bank: Bank;
  sql: Sql;
  /** What the servers write down of the events they handle. */
  handled: GrowingFile;
  close(): Promise<void>;
}

/** The server with its fault points, bundled for this run alone. Returns its main file and how to remove it. */
export async function buildServers(): Promise<{ main: string; remove: () => void }> {
  // Inside the project, where the bundle finds its dependencies and the migrations; ignored by git.
  const home = join(root, "apps/server/.cache/torture");
  mkdirSync(home, { recursive: true });
  const folder = mkdtempSync(join(home, "run-"));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.once("exit", remove);
  await runToEnd(["--import", "tsx", "apps/server/torture/build.ts", folder], {});
  return { main: join(folder, "main.js"), remove };
}

export async function openWorld(main: string, dialect: Dialect, options: { servers: number | null; without: Guard | null }): Promise<World> {
  const source = await openDatabases(dialect);
  const database = await source.create("torture");
  await runToEnd(["--import", "tsx", "bench/torture/world/prepare.ts"], { DATABASE_URL: database.url });
  const bank = await startBank();
  const env = {
    NODE_ENV: "production",
    ...secret,
    DATABASE_URL: database.url,
    DATA_DIR: join(database.folder, "data"),
    LOG_LEVEL: "error",
    TEST_GATEWAY: "on",
    RATE_LIMITS: "off",
    TEST_GATEWAY_URL: bank.url,
    TORTURE_SINCE: String(Date.now()),
    TORTURE_FACTOR: String(clockFactor),
    TORTURE_WITHOUT: options.without ?? "",
  };
  const count = options.servers ?? (dialect === "sqlite" ? 2 : 3);
  const slots = await Promise.all(
    Array.from({ length: count }, (_, index) => Slot.open(`s${index + 1}`, { main, env, folder: database.folder })),
  );
  const sql = await openSql(database);
  return {
    dialect,
    database,
    slots,
    bank,
    sql,
    handled: new GrowingFile(join(database.folder, "data/handled.jsonl")),
    async close() {
      await sql.close();
      await Promise.all(slots.map((slot) => slot.close()));
      await bank.stop();
      await source.close();
    },
  };
}
