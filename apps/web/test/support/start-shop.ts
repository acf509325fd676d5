import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import process from "node:process";

const server = resolve(import.meta.dirname, "../../../server/dist");
const startMilliseconds = 60_000;

export interface RunningShop {
  url: string;
  stop(): Promise<void>;
}

/** The built server with the demo shop, in a folder of its own and on a free port. */
export async function startShop(more: Record<string, string> = {}): Promise<RunningShop> {
  const folder = mkdtempSync(join(tmpdir(), "cartwright-web-"));
  const env = {
    PATH: process.env["PATH"],
    HOME: folder,
    NODE_ENV: "test",
    DATA_DIR: folder,
    PORT: "0",
    LOG_LEVEL: "error",
    // All tests are one address.
    RATE_LIMITS: "off",
    // What the pages do with pictures does not depend on how well they are drawn.
    DEMO_PICTURES: "off",
    ...more,
  };
  await finished(spawn(process.execPath, [join(server, "seed-demo.js")], { env, stdio: ["ignore", "ignore", "pipe"] }));
  const child = spawn(process.execPath, [join(server, "main.js")], { env, stdio: ["ignore", "pipe", "inherit"] });
  return {
    url: await addressOf(child),
    async stop() {
      child.kill("SIGTERM");
      if (child.exitCode === null) await once(child, "exit");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function finished(child: ChildProcess): Promise<void> {
  let said = "";
  child.stderr?.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const [code] = (await once(child, "exit")) as [number | null];
  if (code !== 0) throw new Error(`the demo shop could not be made; is the server built (npm run build)?\n${said}`);
}

/** The server prints it once it listens. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((done, fail) => {
    let printed = "";
    const timer = setTimeout(() => fail(new Error(`the server did not start: ${printed}`)), startMilliseconds);
    child.once("exit", (code) => fail(new Error(`the server ended with ${code}: ${printed}`)));
    child.stdout?.on("data", (chunk: Buffer) => {
      printed += chunk.toString();
      const port = /http:\/\/[^\s/]+:(\d+)/.exec(printed)?.[1];
      if (!port) return;
      clearTimeout(timer);
      done(`http://localhost:${port}`);
    });
  });
}
