import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { admin, buy, cliOf, startRealServer, type CliProcess, type RealServer } from "./real-server.ts";
import { temporaryFolder } from "./run.ts";

let demo: RealServer;
let empty: RealServer;
let cli: CliProcess;
let emptyCli: CliProcess;

beforeAll(async () => {
  [demo, empty] = await Promise.all([startRealServer({ isDemo: true }), startRealServer({ isDemo: false })]);
  [cli, emptyCli] = [cliOf(demo.url), cliOf(empty.url)];
  for (const each of [cli, emptyCli]) each(["login", "--email", admin.email, "--password-stdin"], `${admin.password}\n`);
}, 60_000);
afterAll(async () => {
  await Promise.all([demo.stop(), empty.stop()]);
});

// Each step starts Node anew, some of them many times.
describe("the CLI and the real server", { timeout: 60_000 }, () => {
  it("finds everything well", () => {
    const { code, stdout } = cli(["doctor", "--json"]);
    expect([code, JSON.parse(stdout)]).toMatchObject([0, { ok: true }]);
    expect(JSON.parse(cli(["whoami", "--json"]).stdout)).toMatchObject({ email: admin.email, role: "admin" });
  });

  it("ships and delivers an order, and cancels another", async () => {
    const [sku = ""] = cli(["products", "show", "day-pack", "--json"]).stdout.match(/(?<="sku":")[^"]+/) ?? [];
    const { variant, available } = JSON.parse(cli(["stock", "show", sku, "--json"]).stdout) as { variant: { id: string }; available: number };
    expect(cli(["stock", "receive", sku, "5", "--reference", "PO 7"]).code).toBe(0);
    const [order, other] = [await buy(demo.url, variant.id, 2), await buy(demo.url, variant.id, 1)].map(String) as [string, string];

    expect(cli(["orders", "list", "--status", "confirmed"]).stdout).toContain(`${order}\tconfirmed`);
    expect(cli(["orders", "ship", order, "--line", `${sku}=3`]).code).not.toBe(0);
    expect(cli(["orders", "ship", order, "--carrier", "DHL", "--tracking", "0034", "--json"]).code).toBe(0);
    expect(JSON.parse(cli(["orders", "deliver", order, "--json"]).stdout)).toMatchObject({ status: "delivered" });
    expect(JSON.parse(cli(["orders", "cancel", other, "--reason", "changed their mind", "--yes", "--json"]).stdout)).toMatchObject({ status: "cancelled" });
    expect(cli(["orders", "cancel", order, "--reason", "too late", "--yes"]).code).toBe(5);

    expect(JSON.parse(cli(["stock", "show", sku, "--json"]).stdout)).toMatchObject({ available: available + 5 - 2 });
    expect(cli(["stock", "history", sku]).stdout.split("\n")[0]).toContain("sold\t-2");
  });

  it("makes, changes and archives a product", () => {
    const made = cli(["products", "create", "--title", "Test mug", "--price", "12.90", "--sku", "TEST-MUG", "--status", "active", "--json"]);
    expect(JSON.parse(made.stdout)).toMatchObject({ slug: "test-mug", status: "active", variants: [{ price: { amountMinor: 1290 } }] });
    expect(cli(["products", "create", "--title", "Test mug", "--price", "1", "--slug", "test-mug"]).code).toBe(5);
    const changed = cli(["products", "update", "test-mug", "--price", "9.90", "--compare-at", "12.90", "--tag", "sale", "--json"]);
    expect(JSON.parse(changed.stdout)).toMatchObject({ variants: [{ sku: "TEST-MUG", price: { amountMinor: 990 }, compareAt: { amountMinor: 1290 } }] });
    expect(cli(["products", "archive", "test-mug"]).code).toBe(2);
    expect(cli(["products", "archive", "test-mug", "--yes"]).code).toBe(0);
    expect(cli(["products", "list", "--status", "archived"]).stdout).toContain("test-mug");
    expect(cli(["products", "show", "no-such-product"])).toMatchObject({ code: 3, stdout: "" });
  });

  it.each(["csv", "json"])("moves the whole shop into an empty one by %s, byte for byte", (format) => {
    const folder = temporaryFolder();
    const [first, second] = [join(folder, `first.${format}`), join(folder, `second.${format}`)];
    expect(cli(["products", "export", first]).code).toBe(0);
    const { code, stdout, stderr } = emptyCli(["products", "import", first]);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("failed 0");
    expect(emptyCli(["products", "export", second]).code).toBe(0);
    expect(readFileSync(second, "utf8")).toBe(readFileSync(first, "utf8"));
    expect(emptyCli(["products", "import", first]).stdout).toMatch(/^created 0, updated 0, unchanged \d+, failed 0\n$/);
  });
});
