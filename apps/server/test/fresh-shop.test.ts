import { useDatabase } from "@cartwright/db/testing";
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runScript, startProcess, temporaryDataDir, visitor, type ProcessEnv, type ServerProcess } from "./process.ts";

const bin = resolve(import.meta.dirname, "../../admin-cli/bin/cartwright.js");
const admin = { email: "you@shop.example", password: "a password of one's own" };
const address = { name: "Jo Miller", line1: "Hauptstr. 1", city: "Berlin", postcode: "10115", country: "DE" };

const database = useDatabase();
let env: ProcessEnv;
let server: ServerProcess;

beforeAll(async () => {
  env = { DATABASE_URL: database.url, DATA_DIR: temporaryDataDir(), TEST_GATEWAY: "off" };
  server = await startProcess(env);
});
afterAll(async () => {
  server.child.kill("SIGKILL");
  await server.exited;
});

/** The command line as its own process, with a sign-in file of its own. */
function cartwright(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    env: { PATH: process.env["PATH"], HOME: env.DATA_DIR, CARTWRIGHT_URL: server.url },
    input: `${admin.password}\n`,
    encoding: "utf8",
  });
  return { code: status, stdout, stderr };
}

// One story: each step needs those before it, and starts Node anew.
describe("a production shop on an empty database", { timeout: 60_000 }, () => {
  it("gets its first admin on the server's machine", () => {
    expect(runScript("create-admin.js", ["--email", admin.email, "--name", "You", "--password-stdin"], env, admin.password)).toMatchObject({ code: 0 });
    expect(cartwright("login", "--email", admin.email, "--password-stdin")).toMatchObject({ code: 0 });
  });

  it("has a location, and is told that it has no way to send", () => {
    const { code, stdout } = cartwright("doctor");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^warning\tselling\tthere is no way to send; make one with: cartwright shipping create$/m);
  });

  it("is set up by a few commands, which count at once", async () => {
    expect(cartwright("shop", "set", "--name", "Larkfield", "--currency", "CHF", "--country", "CH", "--countries", "CH,DE")).toMatchObject({ code: 0 });
    expect(cartwright("tax", "set", "DE", "19")).toMatchObject({ code: 0, stdout: "DE\tVAT\t19%\n" });
    expect(cartwright("shipping", "create", "standard", "--name", "Standard parcel", "--price", "4.90", "--free-over", "75")).toMatchObject({ code: 0 });
    const file = join(env.DATA_DIR, "products.csv");
    writeFileSync(file, "slug,title,sku,price,stock\nblue-mug,Blue mug,MUG,11.90,3\n");
    expect(cartwright("products", "import", file)).toMatchObject({ code: 0, stdout: "created 1, updated 0, unchanged 0, failed 0\n" });
    expect(cartwright("shop", "set", "--currency", "EUR")).toMatchObject({ code: 5, stderr: expect.stringContaining("The currency stays CHF: there are products and shipping methods in it already.") });
    expect(await visitor(server.url).query("shop.get")).toMatchObject({ data: { name: "Larkfield", currency: "CHF", paymentMethods: ["cash_on_delivery"] } });
    expect(cartwright("shop", "set", "--bank-account", "Larkfield, CH00 0000")).toMatchObject({ code: 0 });
    expect(await visitor(server.url).query("shop.get")).toMatchObject({ data: { bankAccount: "Larkfield, CH00 0000", paymentMethods: ["bank_transfer", "cash_on_delivery"] } });
    expect(cartwright("doctor").stdout).toMatch(/^ok\tselling\t/m);
  });

  it("sells to a guest, and the command line ships it", async () => {
    const { variant } = JSON.parse(cartwright("stock", "show", "MUG", "--json").stdout) as { variant: { id: string } };
    const guest = visitor(server.url);
    await guest.mutate("cart.addLine", { variantId: variant.id, quantity: 2 });
    const checkout = await guest.mutate("checkout.update", { email: "jo@example.com", shippingAddress: address, shippingMethod: "standard" });
    const [goods, sending] = [2_380, 490];
    // 19% that is inside of each.
    const tax = 380 + 78;
    expect(checkout.data).toMatchObject({
      missing: [],
      totals: { tax: { amountMinor: tax, currency: "CHF" }, total: { amountMinor: goods + sending, currency: "CHF" } },
    });
    const placed = await guest.mutate("checkout.place", {
      idempotencyKey: crypto.randomUUID(),
      expectedTotalMinor: goods + sending,
      paymentMethod: "cash_on_delivery",
    });
    expect(placed.status).toBe(200);
    const { orderNumber } = placed.data as { orderNumber: number };
    expect(JSON.parse(cartwright("orders", "ship", String(orderNumber), "--carrier", "Post", "--json").stdout)).toMatchObject({ status: "shipped" });
    expect(JSON.parse(cartwright("stock", "show", "MUG", "--json").stdout)).toMatchObject({ onHand: 1, available: 1 });
  });

  it("lets nobody else change how it sells", async () => {
    const guest = visitor(server.url);
    for (const [path, input] of [
      ["shop.update", { name: "Mine" }],
      ["shipping.create", { code: "never", name: "Never", priceMinor: 0 }],
      ["shipping.update", { code: "standard", priceMinor: 0 }],
      ["shipping.archive", { code: "standard" }],
      ["tax.set", { country: "DE", rateBasisPoints: 0 }],
      ["tax.remove", { country: "DE" }],
    ] as const) {
      expect(await guest.mutate(path, input), path).toMatchObject({ status: 401, reason: "access.sign_in_required" });
    }
    for (const path of ["shop.getSettings", "shipping.list", "tax.list"]) expect((await guest.query(path)).status, path).toBe(401);
  });
});
