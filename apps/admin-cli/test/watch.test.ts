import { spawn } from "node:child_process";
import { resolve } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { openWay, type BreakableWay } from "./breakable-way.ts";
import { admin, buy, cliOf, startRealServer, type CliProcess, type RealServer } from "./real-server.ts";
import { temporaryFolder } from "./run.ts";

const bin = resolve(import.meta.dirname, "../bin/cartwright.js");
const patience = { timeout: 20_000, interval: 50 };

let server: RealServer;
let way: BreakableWay;
let cli: CliProcess;
let token = "";
let running: Watching[] = [];

beforeAll(async () => {
  server = await startRealServer({ isDemo: true });
  way = await openWay(server.url);
  cli = cliOf(server.url);
  cli(["login", "--email", admin.email, "--password-stdin"], `${admin.password}\n`);
  const answer = await fetch(`${server.url}/api/trpc/accounts.signIn`, {
    method: "POST", body: JSON.stringify(admin), headers: { "content-type": "application/json" },
  });
  ({ token } = ((await answer.json()) as { result: { data: { token: string } } }).result.data);
});
afterAll(async () => {
  await way.cut();
  await server.stop();
});
afterEach(async () => {
  await way.mend();
  for (const { stop } of running) await stop();
  running = [];
});

interface Watching {
  lines: () => string[];
  stderr: () => string;
  code: Promise<number | null>;
  stop: () => Promise<number | null>;
}

/** The CLI as a process that goes on until it is stopped. */
function watching(args: string[], env: NodeJS.ProcessEnv = {}): Watching {
  const child = spawn(process.execPath, [bin, ...args], {
    env: { PATH: process.env["PATH"], HOME: temporaryFolder(), CARTWRIGHT_URL: way.url, CARTWRIGHT_TOKEN: token, ...env },
  });
  let [stdout, stderr] = ["", ""];
  child.stdout.on("data", (chunk) => (stdout += String(chunk)));
  child.stderr.on("data", (chunk) => (stderr += String(chunk)));
  const code = new Promise<number | null>((done) => child.once("exit", done));
  const started = {
    stderr: () => stderr,
    lines: () => stdout.split("\n").slice(0, -1),
    code,
    stop: () => {
      child.kill("SIGINT");
      return code;
    },
  };
  running.push(started);
  return started;
}

/** From here on it hears everything. */
const begun = (watch: Watching) => until(() => expect(watch.stderr()).toContain("Watching."));

const until = <T>(look: () => T) => vi.waitFor(look, patience);

function anySku(): { sku: string; variantId: string; available: number } {
  const [sku = ""] = cli(["products", "show", "day-pack", "--json"]).stdout.match(/(?<="sku":")[^"]+/) ?? [];
  const { variant, available } = JSON.parse(cli(["stock", "show", sku, "--json"]).stdout) as { variant: { id: string }; available: number };
  return { sku, variantId: variant.id, available };
}

describe("cartwright stock watch", { timeout: 60_000 }, () => {
  it("prints how a SKU stands, then each change, and ends well with Ctrl-C", async () => {
    const { sku, available } = anySku();
    const watch = watching(["stock", "watch", sku]);
    await until(() => expect(watch.lines()).toHaveLength(1));
    expect(cli(["stock", "receive", sku, "5"]).code).toBe(0);
    await until(() => expect(watch.lines()).toHaveLength(2));
    expect(watch.lines().map((line) => line.split("\t")).map(([, name, , , , left]) => [name, left])).toEqual([[sku, String(available)], [sku, String(available + 5)]]);
    expect([await watch.stop(), watch.stderr()]).toEqual([0, "Watching. Ctrl-C ends it.\n"]);
  });

  it("goes on when a server that was lost is back, and prints what changed meanwhile, once", async () => {
    const { sku, available } = anySku();
    const watch = watching(["stock", "watch", sku, "--json"]);
    await until(() => expect(watch.lines()).toHaveLength(1));
    await way.cut();
    await until(() => expect(watch.stderr()).toContain("Trying again"));
    expect(cli(["stock", "receive", sku, "2"]).code).toBe(0);
    await way.mend();
    await until(() => expect(watch.lines()).toHaveLength(2));
    expect(JSON.parse(watch.lines()[1] ?? "")).toMatchObject({ variant: { sku }, available: available + 2 });
    expect(watch.stderr()).toContain("answers again");
    expect(await watch.stop()).toBe(0);
  });

  it("without SKUs prints whatever changes from now on", async () => {
    const { sku, variantId } = anySku();
    const watch = watching(["stock", "watch", "--location", "main"]);
    await begun(watch);
    expect(cli(["stock", "receive", sku, "1"]).code).toBe(0);
    await until(() => expect(watch.lines().map((line) => line.split("\t")[1])).toEqual([sku]));
    await buy(server.url, variantId, 1);
    await until(() => expect(watch.lines().some((line) => line.split("\t")[4] !== "0")).toBe(true));
    expect(await watch.stop()).toBe(0);
  });
});

describe("cartwright orders watch", { timeout: 60_000 }, () => {
  it("prints each new order and what happens to it, also what it missed while the server was lost", async () => {
    const { variantId } = anySku();
    const watch = watching(["orders", "watch", "--json"]);
    const told = () => watch.lines().map((line) => JSON.parse(line) as { number: number; status: string; events: { type: string }[] });
    await begun(watch);
    const heard = await buy(server.url, variantId, 1);
    await until(() => expect(told().map(({ number }) => number)).toContain(heard));
    await way.cut();
    await until(() => expect(watch.stderr()).toContain("Trying again"));
    expect(cli(["orders", "ship", String(heard), "--carrier", "DHL"]).code).toBe(0);
    const missed = await buy(server.url, variantId, 1);
    await way.mend();
    const typesOf = (number: number) => told().filter((order) => order.number === number).flatMap(({ events }) => events.map(({ type }) => type));
    await until(() => {
      expect(typesOf(heard).at(-1)).toBe("shipped");
      expect(typesOf(missed)).toEqual(["placed", "payment_recorded", "confirmed"]);
    });
    expect(typesOf(heard)).toEqual([...new Set(typesOf(heard))]);
    expect(await watch.stop()).toBe(0);
  });
});

describe("a watch that can't begin", { timeout: 60_000 }, () => {
  it.each([
    ["a stranger", ["orders", "watch"], { CARTWRIGHT_TOKEN: "nobody" }, 4, /not signed in/],
    ["a SKU that is none", ["stock", "watch", "NO-SUCH-SKU"], {}, 3, /There is no variant/],
    ["a location that is none", ["stock", "watch", "--location", "nowhere"], {}, 3, /no location "nowhere"/],
    ["a server that is none", ["orders", "watch", "--url", "http://127.0.0.1:2"], {}, 1, /No server answers/],
    ["a status that is none", ["orders", "watch", "--status", "sold"], {}, 2, /Allowed choices/],
  ])("ends for %s", async (_, args, env, code, message) => {
    const watch = watching(args, env);
    expect([await watch.code, watch.lines()]).toEqual([code, []]);
    expect(watch.stderr()).toMatch(message);
  });
});
