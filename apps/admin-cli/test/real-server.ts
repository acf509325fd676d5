import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { join, resolve } from "node:path";
import { temporaryFolder } from "./run.ts";

const serverFolder = resolve(import.meta.dirname, "../../server/dist");
const bin = resolve(import.meta.dirname, "../bin/cartwright.js");

export const admin = { email: "admin@larkfield.example", password: "larkfield-admin" };

export interface RealServer {
  url: string;
  stop: () => Promise<void>;
}

/** The built server as its own process, on an empty database or with the demo shop. */
export async function startRealServer({ isDemo }: { isDemo: boolean }): Promise<RealServer> {
  const dataDir = temporaryFolder();
  const env = {
    PATH: process.env["PATH"], DATA_DIR: dataDir, DATABASE_URL: `file:${join(dataDir, "shop.db")}`, PORT: "0", HOST: "127.0.0.1",
    LOG_LEVEL: "warn", NODE_ENV: "production", CARTWRIGHT_SECRET: randomBytes(32).toString("base64"), TEST_GATEWAY: "on", RATE_LIMITS: "off", DEMO_PICTURES: "off",
  };
  if (isDemo) runNode(["seed-demo.js"], env);
  else runNode(["create-admin.js", "--email", admin.email, "--name", "Admin", "--password-stdin"], env, admin.password);
  const child = spawn(process.execPath, [join(serverFolder, "main.js")], { env });
  const url = await readUrl(child);
  return {
    url,
    stop: async () => {
      const exited = new Promise((done) => child.once("exit", done));
      child.kill("SIGTERM");
      await exited;
    },
  };
}

function runNode([script = "", ...args]: string[], env: NodeJS.ProcessEnv, input = ""): void {
  const { status, stderr } = spawnSync(process.execPath, [join(serverFolder, script), ...args], { env, input: `${input}\n`, encoding: "utf8" });
  if (status !== 0) throw new Error(`${script} failed: ${stderr}`);
}

async function readUrl(child: ChildProcess): Promise<string> {
  let output = "";
  return new Promise((found, failed) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const port = /is open at http:\/\/\S+?:(\d+)/.exec(output)?.[1];
      if (port) found(`http://127.0.0.1:${port}`);
    };
    child.stdout?.on("data", read);
    child.stderr?.on("data", read);
    child.once("exit", () => failed(new Error(`The server ended: ${output}`)));
  });
}

export interface CliProcess {
  (args: readonly string[], input?: string): { code: number | null; stdout: string; stderr: string };
}

/** The CLI as its own process, with a sign-in file of its own. */
export function cliOf(url: string): CliProcess {
  const env = { PATH: process.env["PATH"], HOME: temporaryFolder(), CARTWRIGHT_URL: url };
  return (args, input = "") => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], { env, input, encoding: "utf8" });
    return { code: status, stdout, stderr };
  };
}

const address = { name: "Jo Miller", line1: "Hauptstr. 1", city: "Berlin", postcode: "10115", country: "DE" };

const card = { paymentMethod: "test_card", card: { number: "4242424242424242" } };

/** A shopper without an account who buys something, with a card that is approved unless the test says otherwise; the order's number. */
export async function buy(url: string, variantId: string, quantity: number, payment: object = card): Promise<number> {
  let cookie = "";
  const call = async (path: string, input?: unknown): Promise<Record<string, unknown>> => {
    const init = input === undefined ? {} : { method: "POST", body: JSON.stringify(input) };
    const response = await fetch(`${url}/api/trpc/${path}`, { ...init, headers: { "content-type": "application/json", cookie } });
    cookie = response.headers.getSetCookie().map((line) => line.split(";")[0]).join("; ") || cookie;
    const { result, error } = (await response.json()) as { result?: { data: Record<string, unknown> }; error?: { message: string } };
    if (!result) throw new Error(`${path}: ${error?.message}`);
    return result.data;
  };
  await call("cart.addLine", { variantId, quantity });
  const checkout = await call("checkout.update", { email: "jo@example.com", shippingAddress: address, shippingMethod: "standard" });
  const { total } = checkout["totals"] as { total: { amountMinor: number } };
  const placed = await call("checkout.place", {
    idempotencyKey: crypto.randomUUID(), expectedTotalMinor: total.amountMinor, ...payment,
  });
  return Number(placed["orderNumber"]);
}
