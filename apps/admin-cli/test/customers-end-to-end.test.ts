import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { admin, buy, startRealServer, type RealServer } from "./real-server.ts";
import { run, temporaryFolder } from "./run.ts";

let server: RealServer;
let configHome: string;
let order: number;
const guest = "jo@example.com";
const customer = "robin@larkfield.example";

beforeAll(async () => {
  server = await startRealServer({ isDemo: true });
  configHome = temporaryFolder();
  await cartwright(["login", "--email", admin.email, "--password-stdin"], admin.password);
  const [sku = ""] = (await cartwright(["products", "show", "day-pack", "--json"])).stdout.match(/(?<="sku":")[^"]+/) ?? [];
  await cartwright(["stock", "receive", sku, "5", "--reference", "PO 7"]);
  const { variant } = JSON.parse((await cartwright(["stock", "show", sku, "--json"])).stdout) as { variant: { id: string } };
  order = await buy(server.url, variant.id, 2);
}, 60_000);
afterAll(() => server.stop());

function cartwright(args: readonly string[], stdin?: string) {
  return run(args, { url: server.url, token: null, configHome, ...(stdin === undefined ? {} : { stdin }) });
}

describe("customers", () => {
  it("are listed and shown, guests by the address of their orders", async () => {
    expect((await cartwright(["customers", "list", "--search", "larkfield"])).stdout).toMatch(new RegExp(`^acc_\\S+\\t${customer}\\t[^\\t]+\\tyes\\t\\d+\\t\\S+\\n$`));
    expect(await cartwright(["customers", "list", "--search", "nobody-is-called-this"])).toEqual({ code: 0, stdout: "", stderr: "No customers.\n" });
    const shown = await cartwright(["customers", "show", guest]);
    expect(shown.stdout).toContain("customer\ta guest\nname\tJo Miller\n");
    expect(shown.stdout).toContain(`not over\t${order}\n`);
    expect(await cartwright(["customers", "show", "nobody@example.com"])).toEqual({ code: 3, stdout: "", stderr: 'There is no customer "nobody@example.com".\n' });
    expect(await cartwright(["customers", "show", "Jo Miller"])).toMatchObject({ code: 2, stdout: "" });
  });

  it("are given their data, in a file or a pipe", async () => {
    const file = join(temporaryFolder(), "jo.json");
    expect(await cartwright(["customers", "export", guest, file])).toEqual({ code: 0, stdout: "", stderr: `Wrote what the shop knows about ${guest} to ${file}: 1 order.\n` });
    expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({ email: guest, account: null, orders: [{ number: order, shippingAddress: { name: "Jo Miller" } }] });
    expect(JSON.parse((await cartwright(["customers", "export", customer])).stdout)).toMatchObject({ account: { profile: { email: customer } } });
  });

  it("are signed out everywhere, after asking", async () => {
    const none = { code: 0, stdout: "", stderr: "0 sessions ended.\n" };
    expect((await cartwright(["customers", "sign-out", customer, "--dry-run"])).stderr).toContain(`<${customer}>`);
    expect((await cartwright(["customers", "sign-out", customer])).stderr).toMatch(/Nobody is here to answer/);
    expect(await cartwright(["customers", "sign-out", customer, "--yes"])).toEqual(none);
    expect(await cartwright(["customers", "sign-out", guest, "--yes"])).toMatchObject({ code: 3, stdout: "" });
  });

  it("are forgotten once nothing is open, after asking", async () => {
    const open = { code: 5, stdout: "", stderr: `${guest} has orders that are not over: ${order}. Finish or cancel them first.\n` };
    expect(await cartwright(["customers", "erase", guest, "--yes"])).toEqual(open);
    await cartwright(["orders", "ship", String(order)]);
    await cartwright(["orders", "deliver", String(order)]);
    expect(await cartwright(["customers", "erase", guest, "--dry-run"])).toEqual({ code: 0, stdout: "", stderr: `Would erase the guest Jo Miller <${guest}>, 1 order.\n` });
    expect(await cartwright(["customers", "erase", guest])).toMatchObject({ code: 2, stderr: expect.stringContaining("Nobody is here to answer") });
    expect((await cartwright(["customers", "show", guest])).code).toBe(0);
    expect(await cartwright(["customers", "erase", guest, "--yes"])).toEqual({ code: 0, stdout: "", stderr: "Erased. 1 order has nobody's name any more.\n" });
    expect((await cartwright(["customers", "show", guest])).code).toBe(3);
    expect((await cartwright(["orders", "show", String(order)])).stdout).not.toMatch(/Jo Miller|Hauptstr/);
    const log = (await cartwright(["audit", "list", "--json"])).stdout;
    expect(log).toContain("customer.erase");
    expect(log).not.toContain(guest);
  });
});
