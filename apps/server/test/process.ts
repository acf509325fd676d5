import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, afterEach, beforeEach } from "vitest";

const built = resolve(import.meta.dirname, "../dist");

// Gone with the test file that made it.
const home = mkdtempSync(join(tmpdir(), "cartwright-process-test-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));

export interface ServerProcess {
  child: ChildProcess;
  url: string;
  exited: Promise<{ code: number | null; signal: string | null }>;
  /** All that it wrote so far. */
  output: () => string;
}

export interface ProcessEnv {
  DATABASE_URL: string;
  DATA_DIR: string;
  [name: string]: string;
}

export function temporaryDataDir(): string {
  return mkdtempSync(join(home, "data-"));
}

/** The built server as its own process, once it says where it is. */
export async function startProcess(env: ProcessEnv): Promise<ServerProcess> {
  const { child, exited, output } = spawnServer(env);
  const url = await new Promise<string>((found, failed) => {
    child.stdout?.on("data", () => {
      const address = /is open at (http:\/\/localhost:\d+)/.exec(output())?.[1];
      if (address) found(address.replace("localhost", "127.0.0.1"));
    });
    void exited.then(() => failed(new Error(`the server ended: ${output()}`)));
  });
  return { child, url, exited, output };
}

/** Servers of one test at a time, on this database; whatever still runs afterwards is killed. */
export function useServers(database: { url: string }) {
  const servers = { env: { DATABASE_URL: "", DATA_DIR: "" } as ProcessEnv, start };
  let running: ServerProcess[] = [];
  async function start(more: Record<string, string> = {}): Promise<ServerProcess> {
    const server = await startProcess({ ...servers.env, ...more });
    running.push(server);
    return server;
  }
  beforeEach(() => {
    servers.env = { DATABASE_URL: database.url, DATA_DIR: temporaryDataDir() };
  });
  afterEach(async () => {
    for (const { child } of running) child.kill("SIGKILL");
    await Promise.all(running.map(({ exited }) => exited));
    running = [];
  });
  return servers;
}

/** For a server that is expected not to start. */
export async function runToEnd(env: ProcessEnv) {
  const { exited, errors } = spawnServer(env);
  return { ...(await exited), stderr: errors() };
}

function spawnServer(env: ProcessEnv) {
  const child = spawn(process.execPath, [join(built, "main.js")], { env: fullEnv(env) });
  let [output, errors] = ["", ""];
  child.stdout.on("data", (chunk) => (output += String(chunk)));
  child.stderr.on("data", (chunk) => (errors += String(chunk)));
  const exited = new Promise<{ code: number | null; signal: string | null }>((done) => {
    child.on("exit", (code, signal) => done({ code, signal }));
  });
  return { child, exited, output: () => output + errors, errors: () => errors };
}

/** A built command of the server's machine, run to its end. */
export function runScript(name: string, args: readonly string[], env: ProcessEnv, input: string) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(built, name), ...args], { env: fullEnv(env), input: `${input}\n`, encoding: "utf8" });
  return { code: status, stdout, stderr };
}

/** Production servers want one. */
const testSecret = randomBytes(32).toString("base64");

function fullEnv(env: ProcessEnv): NodeJS.ProcessEnv {
  return { PATH: process.env["PATH"], PORT: "0", NODE_ENV: "production", CARTWRIGHT_SECRET: testSecret, TEST_GATEWAY: "on", RATE_LIMITS: "off", HOST: "127.0.0.1", LOG_LEVEL: "warn", ...env };
}

/** A shopper at a running server, with cookies. */
export function visitor(url: string, cookies = new Map<string, string>()) {
  const send = async (path: string, init: RequestInit = {}) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(`${url}/api/trpc/${path}`, { ...init, headers: { cookie, "content-type": "application/json" } });
    for (const line of response.headers.getSetCookie()) {
      const [name = "", value = ""] = (line.split(";")[0] ?? "").split("=");
      cookies.set(name, value);
    }
    const body = (await response.json()) as { result?: { data: unknown }; error?: { data: { reason: string; details?: Record<string, unknown> } } };
    return { status: response.status, data: body.result?.data, reason: body.error?.data.reason, details: body.error?.data.details };
  };
  return {
    cookies,
    query: (path: string) => send(path),
    mutate: (path: string, input: unknown) => send(path, { method: "POST", body: JSON.stringify(input) }),
  };
}
