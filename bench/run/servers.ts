import type { ChildProcess } from "node:child_process";
import { openSync, closeSync } from "node:fs";
import { join } from "node:path";
import type { Shop } from "../shop/make-shop.ts";
import { startNode, stop, waitForLine } from "./child.ts";
import type { BenchDatabase } from "./database.ts";
import { secret } from "./secret.ts";

export interface RunningServer {
  url: string;
  pid: number;
  stop: () => Promise<void>;
}

/** The shop as it runs in production: the bundle, its log in a file. `flags` are Node's, for profiles; `more` goes into its environment. */
export function startShop(database: BenchDatabase, flags: string[] = [], more: Record<string, string> = {}): Promise<RunningServer> {
  const env = {
    NODE_ENV: "production",
    ...secret,
    TEST_GATEWAY: "on",
    // All load comes from one address.
    RATE_LIMITS: "off",
    HOST: "127.0.0.1",
    PORT: "0",
    DATA_DIR: join(database.folder, "data"),
    DATABASE_URL: database.url,
    ...more,
  };
  return startServer([...flags, "apps/server/dist/main.js"], env, join(database.folder, "shop.log"));
}

/** The floors: bare endpoints, and the recorded statements by the bare driver. */
export function startFloor({ database, file }: Shop): Promise<RunningServer> {
  const env = { NODE_ENV: "production", DATABASE_URL: database.url };
  return startServer(["--import", "tsx", "bench/floor/main.ts", file], env, join(database.folder, "floor.log"));
}

async function startServer(words: string[], env: Record<string, string>, log: string): Promise<RunningServer> {
  const output = openSync(log, "w");
  const child: ChildProcess = startNode(words, env, { stdio: ["ignore", output, output] });
  closeSync(output);
  const [, port] = await waitForLine(child, log, /http:\/\/(?:localhost|127\.0\.0\.1):(\d+)/);
  if (child.pid === undefined) throw new Error("a server has no process");
  return { url: `http://127.0.0.1:${port}`, pid: child.pid, stop: () => stop(child) };
}
