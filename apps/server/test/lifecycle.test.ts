import { resumePlacements } from "@cartwright/core/checkout";
import { testCards } from "@cartwright/core/payments/schemas";
import { anAddress, createSellable, ensureShipping, expectPromises, makeContext } from "@cartwright/core/testing";
import { dialect } from "@cartwright/db";
import { useDatabase } from "@cartwright/db/testing";
import { writeFileSync } from "node:fs";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { makePorts } from "../src/adapters/index.ts";
import { runToEnd, useServers, visitor } from "./process.ts";

const database = useDatabase();
const servers = useServers(database);
const { start } = servers;

/** A shopper who only has to press the button. */
async function readyToPlace(url: string) {
  const ctx = makeContext(database.db);
  await ensureShipping(ctx);
  const { variantId } = await createSellable(ctx, { stock: 3, priceMinor: 1_000 });
  const shopper = visitor(url);
  await shopper.mutate("cart.addLine", { variantId, quantity: 1 });
  await shopper.mutate("checkout.update", { email: "robin@example.com", shippingAddress: anAddress, shippingMethod: "standard" });
  const input = (card: keyof typeof testCards) => ({
    idempotencyKey: crypto.randomUUID(),
    expectedTotalMinor: 1_490,
    paymentMethod: "test_card",
    card: { number: testCards[card] },
  });
  return { shopper, variantId, input };
}

describe("a server that is told to stop", () => {
  it("finishes the order that is being paid, then leaves with exit code 0", async () => {
    const server = await start();
    const { shopper, input } = await readyToPlace(server.url);
    const placing = shopper.mutate("checkout.place", input("slow"));
    await pause(1_000);
    server.child.kill("SIGTERM");
    expect(await placing).toMatchObject({ status: 200 });
    expect(await server.exited).toEqual({ code: 0, signal: null });
  });
});

describe("a server that is killed", () => {
  it("has lost nothing that it answered, and the next one goes on", async () => {
    const first = await start();
    const { shopper, variantId, input } = await readyToPlace(first.url);
    const key = input("approved");
    const placed = await shopper.mutate("checkout.place", key);
    await shopper.mutate("cart.addLine", { variantId, quantity: 2 });
    first.child.kill("SIGKILL");
    await first.exited;

    const second = await start();
    const again = visitor(second.url, shopper.cookies);
    expect(await again.mutate("checkout.place", key)).toEqual(placed);
    expect(await again.query("cart.get")).toMatchObject({ data: { quantity: 2 } });
    await expectPromises(makeContext(database.db));
  });

  it("leaves an order that was being paid to be settled by asking the gateway", async () => {
    const server = await start();
    const { shopper, variantId, input } = await readyToPlace(server.url);
    const answer = shopper.mutate("checkout.place", input("slow")).catch(() => "no answer");
    await pause(1_000);
    server.child.kill("SIGKILL");
    expect(await answer).toBe("no answer");
    const ctx = makeContext(database.db, { ports: { gateways: makePorts({ dataDir: servers.env.DATA_DIR, hasTestGateway: true }, database.db).gateways } });
    ctx.clock.advanceMinutes(60 * 24 * 365);
    expect(await resumePlacements(ctx)).toEqual({ settled: 1, waiting: 0 });
    await expectPromises(ctx);

    const again = visitor((await start()).url, shopper.cookies);
    expect(await again.query("cart.get")).toMatchObject({ data: { canCheckOut: true, lines: [{ variantId, available: 3 }] } });
  });
});

describe("a server that can't start", () => {
  it("says in one line that the port is in use", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await new Promise((listening) => other.once("listening", listening));
    const { port } = other.address() as AddressInfo;
    const { code, stderr } = await runToEnd({ ...servers.env, PORT: String(port) });
    other.close();
    expect({ code, stderr }).toEqual({ code: 1, stderr: `Port ${port} is in use. Stop what uses it, or choose another: PORT=${port + 1} npm start\n` });
  });

  it.each([
    ["CARTWRIGHT_SECRET", "", /^CARTWRIGHT_SECRET must be set in production/],
    ["CARTWRIGHT_SECRET", "a-password", /^CARTWRIGHT_SECRET is too short/],
    ["PORT", "many", /^PORT must be a number/],
    ["PORT", "70000", /^PORT /],
    ["DATABASE_URL", "mysql://x", /^DATABASE_URL must be file:… for SQLite or postgres:/],
    ["PUBLIC_URL", "shop.example", /^PUBLIC_URL must be the shop's address/],
  ])("names the variable: %s=%s", async (name, value, message) => {
    const { code, stderr } = await runToEnd({ ...servers.env, [name]: value });
    expect(code).toBe(1);
    expect(stderr).toMatch(message);
    expect(stderr.trim().split("\n")).toHaveLength(1);
  });

  it("says in one line that the database can't be reached, without the password", async () => {
    const fileInTheWay = join(servers.env.DATA_DIR, "not-a-folder");
    writeFileSync(fileInTheWay, "");
    const url = dialect === "postgres" ? "postgres://shop:secret-word@127.0.0.1:1/shop" : `file:${fileInTheWay}/shop.db`;
    const { code, stderr } = await runToEnd({ ...servers.env, DATABASE_URL: url });
    expect(code).toBe(1);
    expect(stderr.trim().split("\n")).toHaveLength(1);
    expect(stderr).toMatch(dialect === "postgres" ? /127\.0\.0\.1:1/ : /not-a-folder/);
    expect(stderr).not.toMatch(/secret-word/);
  });
});
