import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findPostgres, type PostgresBinaries } from "./postgres-binaries.ts";

export interface PostgresServer {
  /** Of the database `postgres`, with its password. */
  url: string;
  stop: () => Promise<void>;
}

/** A Postgres of one's own with an empty cluster, gone when it stops. Not durable unless asked: tests need no fsync. */
export async function startPostgres({ isDurable = false } = {}): Promise<PostgresServer> {
  const binaries = await findPostgres();
  const home = mkdtempSync(join(tmpdir(), "cartwright-pg-"));
  chmodSync(home, 0o755);
  const password = randomBytes(12).toString("hex");
  const data = makeCluster(binaries, home, password);
  const port = await freePort();
  const flags = { port, listen_addresses: "127.0.0.1", unix_socket_directories: "", max_connections: 300 };
  const speed = isDurable ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off" };
  const options = Object.entries({ ...flags, ...speed }).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const server = spawn(binaries.postgres, ["-D", data, ...options], {
    ...binaries.owner,
    cwd: home,
    stdio: ["ignore", "ignore", "pipe"],
  });
  const kill = () => {
    server.kill("SIGQUIT");
    rmSync(home, { recursive: true, force: true });
  };
  process.once("exit", kill);
  const stop = async () => {
    process.removeListener("exit", kill);
    await ended(server);
    rmSync(home, { recursive: true, force: true });
  };
  try {
    await ready(server);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`, stop };
}

function makeCluster({ initdb, owner }: PostgresBinaries, home: string, password: string): string {
  const data = join(home, "data");
  const passwordFile = join(home, "password");
  mkdirSync(data, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (owner) for (const path of [data, passwordFile]) chownSync(path, owner.uid, owner.gid);
  const settings = ["--username=postgres", `--pwfile=${passwordFile}`, "--auth=scram-sha-256"];
  const made = spawnSync(initdb, ["-D", data, ...settings, "--encoding=UTF8", "--locale=C", "--no-sync"], {
    ...owner,
    cwd: home,
    encoding: "utf8",
  });
  rmSync(passwordFile);
  if (made.status !== 0) throw new Error(`initdb failed: ${made.error?.message ?? made.stderr}`);
  return data;
}

function ready(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let log = "";
    server.stderr?.on("data", (chunk: Buffer) => {
      // Only the start is of interest, but the pipe has to be emptied to the end.
      if (log.length < 10_000) log += chunk.toString();
      if (log.includes("ready to accept connections")) resolve();
    });
    server.once("error", reject);
    server.once("exit", (code) => reject(new Error(`Postgres ended with ${code} as it started: ${log}`)));
  });
}

/** SIGINT is the fast shutdown: it does not wait for clients. */
function ended(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (server.exitCode !== null || server.signalCode !== null || server.pid === undefined) return resolve();
    server.once("exit", () => resolve());
    server.kill("SIGINT");
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => (address && typeof address === "object" ? resolve(address.port) : reject(new Error("no free port"))));
    });
  });
}
