import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { admin, buy, cliOf, startRealServer, type CliProcess, type RealServer } from "./real-server.ts";
import { run } from "./run.ts";

let demo: RealServer;
let cli: CliProcess;
let sku: string;
let orders: string[];

beforeAll(async () => {
  demo = await startRealServer({ isDemo: true });
  cli = cliOf(demo.url);
  cli(["login", "--email", admin.email, "--password-stdin"], `${admin.password}\n`);
  [sku = ""] = cli(["products", "show", "camp-mug", "--json"]).stdout.match(/(?<="sku":")[^"]+/) ?? [];
  const variantId = (JSON.parse(cli(["stock", "show", sku, "--json"]).stdout) as { variant: { id: string } }).variant.id;
  orders = [String(await buy(demo.url, variantId, 3)), String(await buy(demo.url, variantId, 3))];
}, 60_000);
afterAll(() => demo.stop());

const json = (args: readonly string[]) => JSON.parse(cli([...args, "--json"]).stdout) as Record<string, unknown>;

describe("help and bad usage", () => {
  it.each(["orders cancel", "orders refund", "orders track", "orders explain", "orders rebuild", ...["list", "show", "create", "approve", "reject", "receive", "cancel"].map((verb) => `returns ${verb}`)])(
    "%s has examples in its help",
    async (words) => {
      expect(await run([...words.split(" "), "--help"])).toMatchObject({ code: 0, stdout: expect.stringContaining(`$ cartwright ${words}`) });
    },
  );

  it.each([
    [["orders", "refund", "1001", "--reason", "x"], "Give either an amount (--amount) or lines (--line)."],
    [["orders", "refund", "1001", "--reason", "x", "--amount", "1", "--line", "A=1"], "Give either an amount (--amount) or lines (--line)."],
    [["orders", "track", "1001", "shp_1"], "Give the carrier (--carrier), the number (--tracking) or both."],
    [["orders", "rebuild", "1001"], "Add --check."],
    [["orders", "rebuild", "--check"], "Give either an order or --all."],
    [["orders", "rebuild", "1001", "--check", "--all"], "Give either an order or --all."],
    [["returns", "create", "1001", "--line", "A=1", "--reason", "ugly"], "Allowed choices are changed_mind"],
    [["returns", "list", "--status", "lost"], "Allowed choices are requested"],
  ])("%j exits with 2 and says why", async (args, text) => {
    const { code, stdout, stderr } = await run(args);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(text);
  });
});

// Each step starts Node anew, some of them many times.
describe("after the order", { timeout: 120_000 }, () => {
  it("cancels a line, corrects tracking, gives money back and tells how it all adds up", () => {
    const [order = ""] = orders;
    expect(cli(["orders", "cancel", order, "--line", `${sku}=1`, "--reason", "one is chipped"])).toMatchObject({ code: 2, stderr: expect.stringContaining("add --yes") });
    expect(cli(["orders", "cancel", order, "--line", `${sku}=1`, "--reason", "one is chipped", "--dry-run"]).stderr).toContain("Would cancel 1 × Camp Mug");
    expect(json(["orders", "cancel", order, "--line", `${sku}=1`, "--reason", "one is chipped", "--yes"])).toMatchObject({ status: "confirmed", lines: [{ quantityCancelled: 1 }] });

    const { shipments } = json(["orders", "ship", order, "--carrier", "Somebody", "--tracking", "1"]) as { shipments: { id: string }[] };
    const parcel = shipments[0]?.id ?? "";
    expect(cli(["orders", "track", order, parcel, "--carrier", "UPS", "--tracking", "1Z999"]).stdout).toContain("https://www.ups.com/track?tracknum=1Z999");
    expect(cli(["orders", "track", order, "shp_none", "--carrier", "UPS"]).code).toBe(3);

    expect(cli(["orders", "refund", order, "--amount", "1.50", "--reason", "late", "--yes"]).stdout).toContain("\t€1.50\t");
    expect(cli(["orders", "refund", order, "--amount", "5000", "--reason", "late", "--yes"]).code).toBe(5);
    expect(json(["orders", "refund", order, "--line", `${sku}=1`, "--reason", "lost", "--yes"])).toMatchObject({ paymentStatus: "partially_refunded" });

    const story = cli(["orders", "explain", order]);
    expect(story.stdout).toContain(`Cancelled: 1 × ${sku} (one is chipped)\tgoods -`);
    expect(story.stdout).toContain(`-2 ${sku} sold at`);
    expect(story.stdout).toMatch(/^due\t€0\.00$/m);
    expect(cli(["orders", "rebuild", order, "--check"])).toMatchObject({ code: 0, stdout: "" });
    expect(cli(["orders", "rebuild", "999999", "--check"]).code).toBe(3);
    const all = cli(["orders", "rebuild", "--check", "--all", "--json"]);
    expect([all.code, JSON.parse(all.stdout)]).toMatchObject([0, { items: [] }]);
  });

  it("takes goods back: on the shelf, written off, or not at all", () => {
    const [, order = ""] = orders;
    expect(cli(["returns", "create", order, "--line", `${sku}=1`, "--reason", "damaged"]).code).toBe(5);
    cli(["orders", "ship", order]);
    const opened = json(["returns", "create", order, "--line", `${sku}=2`, "--reason", "damaged", "--comment", "came in pieces"]) as { number: number };
    const number = String(opened.number);
    expect(opened).toMatchObject({ status: "approved", comment: "came in pieces" });
    expect(cli(["returns", "list", "--order", order]).stdout).toContain(`${number}\t${order}\tapproved\t2\tdamaged`);
    expect(cli(["returns", "approve", number]).code).toBe(5);
    expect(cli(["returns", "receive", number, "--restock", "NO-SUCH=1", "--yes"]).code).toBe(3);
    expect(cli(["returns", "receive", number, "--restock", `${sku}=1`, "--write-off", `${sku}=1`, "--dry-run"]).stderr).toContain("1 × Camp Mug for the shelf, 1 × Camp Mug to write off");
    const received = json(["returns", "receive", number, "--restock", `${sku}=1`, "--write-off", `${sku}=1`, "--yes"]);
    expect(received).toMatchObject({ status: "closed", refunds: [{}], lines: [{ quantityRestocked: 1, quantityWrittenOff: 1 }] });
    expect(cli(["stock", "history", sku, "--limit", "2"]).stdout).toMatch(/written off|written_off/);
    expect(cli(["returns", "show", number]).stdout).toContain("status\tclosed");

    const other = String((json(["returns", "create", order, "--line", `${sku}=1`, "--reason", "other"]) as { number: number }).number);
    expect(cli(["returns", "reject", other, "--note", "worn", "--yes"]).code).toBe(5);
    expect(cli(["returns", "cancel", other]).code).toBe(2);
    expect(cli(["returns", "cancel", other, "--yes"])).toMatchObject({ code: 0, stdout: expect.stringContaining("status\tcancelled") });
    expect(cli(["returns", "show", "999999"]).code).toBe(3);
  });
});
