import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { admin, buy, cliOf, startRealServer, type CliProcess, type RealServer } from "./real-server.ts";

let demo: RealServer;
let cli: CliProcess;
let [byTransfer, byCash]: [string, string] = ["", ""];

beforeAll(async () => {
  demo = await startRealServer({ isDemo: true });
  cli = cliOf(demo.url);
  cli(["login", "--email", admin.email, "--password-stdin"], `${admin.password}\n`);
  const [sku = ""] = cli(["products", "show", "day-pack", "--json"]).stdout.match(/(?<="sku":")[^"]+/) ?? [];
  const { variant } = JSON.parse(cli(["stock", "show", sku, "--json"]).stdout) as { variant: { id: string } };
  // Both at once: a connection does not outlive the commands, which stop this process while they run.
  byTransfer = String(await buy(demo.url, variant.id, 1, { paymentMethod: "bank_transfer" }));
  byCash = String(await buy(demo.url, variant.id, 1, { paymentMethod: "cash_on_delivery" }));
}, 60_000);
afterAll(() => demo.stop());

interface Payment {
  id: string;
  status: string;
  amount: { amountMinor: number };
}
const paymentsOf = (order: string) => JSON.parse(cli(["orders", "payments", order, "--json"]).stdout) as Payment[];

// Each step starts Node anew, some of them many times.
describe("orders payments, pay, capture and void", { timeout: 60_000 }, () => {
  it("record a transfer that came, in the amount that was promised", () => {
    const order = byTransfer;
    const [payment] = paymentsOf(order);
    expect(cli(["orders", "payments", order]).stdout).toContain(`${payment?.id}\tBank transfer\tpending`);
    expect(cli(["orders", "capture", order, "--amount", "0.01"]).code).toBe(2);
    expect(cli(["orders", "capture", order, "--dry-run"]).code).toBe(0);
    expect(paymentsOf(order)).toMatchObject([{ status: "pending" }]);
    expect(JSON.parse(cli(["orders", "capture", order, "--json"]).stdout)).toMatchObject([{ id: payment?.id, status: "captured" }]);
    expect(cli(["orders", "capture", order]).code).toBe(5);
    expect(cli(["orders", "capture", order, "pay_none"]).code).toBe(3);
    expect(cli(["orders", "show", order]).stdout).toContain("payment captured");
  });

  it("change a promise into two others, never beyond the total", () => {
    const order = byCash;
    const [cash] = paymentsOf(order);
    expect(cli(["orders", "pay", order, "--method", "bank_transfer", "--amount", "1"]).code).toBe(5);
    expect(cli(["orders", "void", order]).code).toBe(2);
    expect(cli(["orders", "void", order, "--reason", "pays by transfer", "--yes"]).code).toBe(0);
    expect(cli(["orders", "pay", order, "--method", "card", "--amount", "1"]).code).toBe(2);
    expect(cli(["orders", "pay", order, "--method", "bank_transfer", "--amount", "1", "--idempotency-key", "pay-0001"]).code).toBe(0);
    expect(cli(["orders", "pay", order, "--method", "bank_transfer", "--amount", "1", "--idempotency-key", "pay-0001"]).code).toBe(0);
    expect(cli(["orders", "pay", order, "--method", "cash_on_delivery", "--amount", "2"]).code).toBe(0);
    expect(cli(["orders", "capture", order]).code).toBe(2);
    expect(paymentsOf(order).map(({ status, amount }) => [status, amount.amountMinor])).toEqual([
      ["cancelled", cash?.amount.amountMinor],
      ["pending", 100],
      ["pending", 200],
    ]);
  });
});
