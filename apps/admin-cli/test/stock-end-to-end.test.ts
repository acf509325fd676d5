import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { admin, cliOf, startRealServer, type CliProcess, type RealServer } from "./real-server.ts";
import { temporaryFolder } from "./run.ts";

let server: RealServer;
let cli: CliProcess;

beforeAll(async () => {
  server = await startRealServer({ isDemo: false });
  cli = cliOf(server.url);
  cli(["login", "--email", admin.email, "--password-stdin"], `${admin.password}\n`);
  for (const sku of ["MUG", "BOWL"]) cli(["products", "create", "--title", sku, "--price", "9", "--sku", sku, "--status", "active"]);
  for (const sku of ["MUG", "BOWL"]) cli(["stock", "receive", sku, "20"]);
  cli(["stock", "locations", "create", "town", "--name", "Town shop"]);
}, 60_000);
afterAll(() => server.stop());

const stock = (line: string) => cli(["stock", ...line.split(" ")]);
const json = (line: string): unknown => JSON.parse(stock(`${line} --json`).stdout);

// Each step starts Node anew.
describe("stock at two locations of a real server", { timeout: 60_000 }, () => {
  it("goes by transfer from one to the other", () => {
    expect(stock("transfer send MUG=8 BOWL=4 --from main --to town").stdout).toBe("MUG\tMUG\t8\t0\t0\t8\nBOWL\tBOWL\t4\t0\t0\t4\n");
    expect(stock("locations archive town --yes").code).toBe(5);
    expect(json("locations list")).toMatchObject([{ code: "main", onHand: 28 }, { code: "town", onHand: 0, inTransit: 12 }]);
    expect(json("transfer receive 1 MUG=6 --lost MUG=2 --yes")).toMatchObject({ status: "in_transit", units: { received: 6, lost: 2, inTransit: 4 } });
    expect(json("transfer receive 1")).toMatchObject({ status: "received", units: { received: 10, lost: 2, inTransit: 0 } });
    expect(stock("transfer cancel 1 --yes").code).toBe(5);
    expect(stock("transfer send MUG=13 --from main --to town")).toMatchObject({ code: 5, stderr: expect.stringContaining("not enough stock") });
    expect(stock("show MUG").stdout).toBe("main\t12\t0\t12\t3\t0\ntown\t6\t0\t6\t3\t0\n");
  });

  it("is counted, and corrected by what was found", () => {
    const path = join(temporaryFolder(), "counted.csv");
    writeFileSync(path, "sku,counted\nMUG,5\nBOWL,4\n");
    const number = stock("count start --location town").stdout.trim();
    expect(stock("count start --location town").code).toBe(5);
    expect(stock(`count enter ${number} --file ${path}`).stdout).toBe("MUG\tMUG\t6\t5\t-1\nBOWL\tBOWL\t4\t4\t0\n");
    expect(stock(`count post ${number}`).code).toBe(2);
    expect(json(`count post ${number} --yes`)).toMatchObject({ status: "posted", warnings: [], lines: expect.arrayContaining([expect.objectContaining({ adjusted: -1 })]) });
    expect(stock("history MUG").stdout.split("\n")[0]).toContain(`adjusted\t-1\ttown\t`);
  });

  it("raises an alert that is cleared by what arrives", () => {
    expect(stock("set-level MUG --location town --threshold 5").stdout).toContain("town\t5\t0\t5\t5\t0\n");
    expect(json("alerts")).toMatchObject({ items: [{ variant: { sku: "MUG" }, location: { code: "town" }, available: 5, threshold: 5 }] });
    expect(stock("low").stdout).toBe("MUG\tMUG\ttown\t5\t5\t5\n");
    stock("receive MUG 3 --location town");
    expect(json("alerts")).toMatchObject({ items: [] });
    expect(json("alerts --since 2020-01-01")).toMatchObject({ items: [{ clearedAt: expect.any(String) }] });
  });
});
