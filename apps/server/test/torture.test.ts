import { dialect } from "@cartwright/db";
import { spawn, type ChildProcess } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, it } from "vitest";

// The short form of `npm run torture`, as anybody would start it: see docs/guarantees.md.
const root = resolve(import.meta.dirname, "../../..");
const seconds = 50;
const minute = 60_000;

const running = new Set<ChildProcess>();
afterAll(() => {
  for (const child of running) child.kill("SIGTERM");
});

function torture(...words: string[]): Promise<{ code: number | null; output: string }> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, ["--import", "tsx", "bench/torture/main.ts", "--dialect", dialect, ...words], { cwd: root });
    running.add(child);
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += String(chunk)));
    child.once("error", failed);
    child.once("exit", (code) => {
      running.delete(child);
      done({ code, output });
    });
  });
}

describe("the promises under fire", () => {
  it("are kept while servers are killed and the bank fails", { timeout: 4 * minute }, async () => {
    const { code, output } = await torture("--seconds", String(seconds));
    expect(output).not.toMatch(/BROKEN|is broken/);
    for (const promise of ["S1", "S2", "S3", "O1", "O2", "O3", "P1", "P2", "E1", "C1", "I1", "T1", "Q1"]) expect(output).toMatch(new RegExp(`^  ${promise} +kept +[1-9]`, "m"));
    expect(code).toBe(0);
    console.log(output.slice(output.indexOf(`${dialect}: `)));
  });
});

/** The run has teeth: without a guard it finds the fault, within a few seeds. */
describe("without its guards the shop fails", () => {
  it.each([
    ["conditional_hold", /S[23] is broken/],
    ["idempotency_claim", /I1 is broken/],
    ["outbox_lease", /E1 is broken/],
  ])("and the run notices: %s", { timeout: 4 * minute }, async (guard, found) => {
    const { code, output } = await torture("--seeds", "12", "--without", guard);
    expect(output).toMatch(found);
    expect(output).toMatch(/^Again: npm run torture -- --dialect/m);
    expect(code).toBe(1);
  });
});

describe("the server that is shipped", () => {
  it("has no fault points in it", () => {
    const built = join(import.meta.dirname, "../dist");
    const files = readdirSync(built, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".js") && statSync(join(built, file)).isFile());
    expect(files).toContain("main.js");
    expect(files.filter((file) => readFileSync(join(built, file), "utf8").includes("cartwrightTorture"))).toEqual([]);
  });
});
