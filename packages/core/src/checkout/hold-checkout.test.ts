import { carts, reservations, stockLevels } from "@cartwright/db";
import { useDatabase } from "@cartwright/db/testing";
import { and, eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createAccount } from "../accounts/index.ts";
import { addCartLine, getCart, mergeCarts, removeCartLine, updateCartLine } from "../cart/index.ts";
import { getAvailability, releaseExpiredHolds } from "../inventory/index.ts";
import type { Context } from "../kernel/index.ts";
import {
  aCustomer,
  aGuest,
  as,
  createSellable,
  ensureLocation,
  expectPromises,
  makeContext,
  placeInput,
  readyCheckout,
  scriptedGateway,
  stockAt,
  type ScriptedGateway,
  type TestContext,
} from "../testing/index.ts";
import { getCheckout } from "./get-checkout.ts";
import { holdCheckout } from "./hold-checkout.ts";
import { placeOrder } from "./place-order.ts";

const database = useDatabase();
let system: TestContext;
let gateway: ScriptedGateway;

beforeEach(() => {
  gateway = scriptedGateway();
  system = makeContext(database.db, { ports: { gateways: { test_card: gateway } } });
});
afterEach(() => expectPromises(system));

async function buyer(variantId: string, quantity = 1) {
  const ctx = as(system, aGuest());
  await readyCheckout(ctx, variantId, quantity);
  return ctx;
}
const inMinutes = (minutes: number) => new Date(system.clock.now().getTime() + minutes * 60_000).toISOString();
const reservedOf = async (variantId: string) => {
  const rows = await system.db.select().from(stockLevels).where(eq(stockLevels.variantId, variantId));
  return rows.reduce((sum, row) => sum + row.reserved, 0);
};
const lineOf = async (ctx: Context) => (await getCart(ctx)).lines[0]!;

describe("holdCheckout", () => {
  it("holds what the cart wants for 15 minutes, and nobody else can have it", async () => {
    const { variantId } = await createSellable(system, { stock: 2 });
    const ctx = await buyer(variantId, 2);
    expect((await getCheckout(ctx)).heldUntil).toBeNull();
    expect((await holdCheckout(ctx)).heldUntil).toBe(inMinutes(15));
    expect(await getAvailability(system, { variantIds: [variantId] })).toMatchObject([{ available: 0 }]);
    await expect(addCartLine(as(system, aGuest()), { variantId, quantity: 1 })).rejects.toMatchObject({ reason: "cart.insufficient_stock" });
  });

  it("never blocks a buyer by their own hold: not in the cart, not in the checkout, not at the till", async () => {
    const { variantId } = await createSellable(system, { stock: 2 });
    const ctx = await buyer(variantId, 1);
    await holdCheckout(ctx);
    const line = await lineOf(ctx);
    expect(await updateCartLine(ctx, { lineId: line.id, quantity: 2 })).toMatchObject({ canCheckOut: true, notices: [], lines: [{ available: 2 }] });
    await holdCheckout(ctx);
    expect(await getCart(ctx)).toMatchObject({ canCheckOut: true, notices: [], lines: [{ available: 2 }] });
    expect((await getCheckout(ctx)).cart).toMatchObject({ canCheckOut: true });
    await expect(updateCartLine(ctx, { lineId: line.id, quantity: 3 })).rejects.toMatchObject({ details: { available: 2 } });
    await placeOrder(ctx, await placeInput(ctx));
    expect(await reservedOf(variantId)).toBe(2);
  });

  it("extends what it holds, and takes nothing twice", async () => {
    const { variantId } = await createSellable(system, { stock: 5 });
    const ctx = await buyer(variantId, 2);
    await holdCheckout(ctx);
    system.clock.advanceMinutes(10);
    expect((await holdCheckout(ctx)).heldUntil).toBe(inMinutes(15));
    system.clock.advanceMinutes(10);
    expect(await releaseExpiredHolds(system, { variantId })).toBe(0);
    expect(await reservedOf(variantId)).toBe(2);
  });

  it("extends it for an hour and no longer: then it runs out, and is taken anew only when nobody else has", async () => {
    const { variantId } = await createSellable(system, { stock: 2 });
    const ctx = await buyer(variantId, 2);
    const first = inMinutes(60);
    await holdCheckout(ctx);
    for (const minutes of [14, 14, 14, 14]) {
      system.clock.advanceMinutes(minutes);
      const { heldUntil } = await holdCheckout(ctx);
      expect(heldUntil).toBe(inMinutes(15) < first ? inMinutes(15) : first);
    }
    system.clock.advanceMinutes(5);
    expect(await holdCheckout(ctx)).toMatchObject({ heldUntil: null, cart: { canCheckOut: true } });
    await buyer(variantId, 1);
    const again = await holdCheckout(ctx);
    expect(again).toMatchObject({ heldUntil: inMinutes(15) });
    expect(await reservedOf(variantId)).toBe(2);
  });

  it("is not extended by declined cards either", async () => {
    const { variantId } = await createSellable(system, { stock: 1 });
    const ctx = await buyer(variantId);
    const last = inMinutes(60);
    await holdCheckout(ctx);
    gateway.outcome = { status: "declined", reason: "no" };
    for (const minutes of [13, 14, 14, 14]) {
      system.clock.advanceMinutes(minutes);
      await expect(placeOrder(ctx, await placeInput(ctx))).rejects.toMatchObject({ reason: "checkout.payment_declined" });
    }
    expect((await getCheckout(ctx)).heldUntil).toBe(last);
  });

  it("holds what there is of a line that can't have all, and says so without refusing", async () => {
    const plenty = await createSellable(system, { stock: 5 });
    const scarce = await createSellable(system, { stock: 3 });
    const ctx = await buyer(plenty.variantId, 2);
    await addCartLine(ctx, { variantId: scarce.variantId, quantity: 3 });
    const other = await buyer(scarce.variantId, 1);
    await placeOrder(other, await placeInput(other));
    const checkout = await holdCheckout(ctx);
    expect(checkout.heldUntil).toBe(inMinutes(15));
    expect(checkout.cart).toMatchObject({ canCheckOut: false, notices: [{ kind: "insufficient_stock", wanted: 3, available: 2 }] });
    await updateCartLine(ctx, { lineId: checkout.cart.lines[1]!.id, quantity: 2 });
    await placeOrder(ctx, await placeInput(ctx));
    expect(await reservedOf(scarce.variantId)).toBe(3);
  });

  it("holds nothing of a cart that is sold out, empty or not there", async () => {
    const { variantId } = await createSellable(system, { stock: 1 });
    const ctx = await buyer(variantId);
    const other = await buyer(variantId);
    await placeOrder(other, await placeInput(other));
    expect(await holdCheckout(ctx)).toMatchObject({ heldUntil: null, cart: { notices: [{ available: 0 }] } });
    await removeCartLine(ctx, { lineId: (await lineOf(ctx)).id });
    expect(await holdCheckout(ctx)).toMatchObject({ heldUntil: null, cart: { lines: [] } });
    expect(await holdCheckout(as(system, aGuest()))).toMatchObject({ heldUntil: null, cart: { id: null } });
  });

  it("gives back at once what a smaller cart no longer wants, and holds more when it is held again", async () => {
    const { variantId } = await createSellable(system, { stock: 5 });
    const ctx = await buyer(variantId, 4);
    await holdCheckout(ctx);
    const { id: lineId } = await lineOf(ctx);
    await updateCartLine(ctx, { lineId, quantity: 1 });
    expect(await reservedOf(variantId)).toBe(1);
    await updateCartLine(ctx, { lineId, quantity: 3 });
    expect(await reservedOf(variantId)).toBe(1);
    await holdCheckout(ctx);
    expect(await reservedOf(variantId)).toBe(3);
    await removeCartLine(ctx, { lineId });
    expect(await reservedOf(variantId)).toBe(0);
  });

  it("takes and gives back across locations", async () => {
    const { variantId } = await createSellable(system, { stock: 2 });
    await stockAt(system, variantId, await ensureLocation(system, "backup", 1), 5);
    const ctx = await buyer(variantId, 4);
    await holdCheckout(ctx);
    await updateCartLine(ctx, { lineId: (await lineOf(ctx)).id, quantity: 3 });
    const levels = await system.db.select().from(stockLevels).where(eq(stockLevels.variantId, variantId));
    expect(levels.map((level) => level.reserved).toSorted((a, b) => a - b)).toEqual([1, 2]);
    await placeOrder(ctx, await placeInput(ctx));
    expect(await reservedOf(variantId)).toBe(3);
  });

  it("lets the next buyer have what ran out, and the first again what nobody took", async () => {
    const { variantId } = await createSellable(system, { stock: 2 });
    const first = await buyer(variantId, 2);
    await holdCheckout(first);
    system.clock.advanceMinutes(16);
    const next = await buyer(variantId, 1);
    await placeOrder(next, await placeInput(next));
    expect((await getCheckout(first)).heldUntil).toBeNull();
    expect(await getCart(first)).toMatchObject({ notices: [{ wanted: 2, available: 1 }] });
    expect(await holdCheckout(first)).toMatchObject({ heldUntil: inMinutes(15), cart: { lines: [{ available: 1 }] } });
  });

  it("places a cart whose hold ran out when nobody needed it meanwhile", async () => {
    const { variantId } = await createSellable(system, { stock: 1 });
    const ctx = await buyer(variantId);
    await holdCheckout(ctx);
    system.clock.advanceMinutes(60);
    await placeOrder(ctx, await placeInput(ctx));
    expect(await releaseExpiredHolds(system, { variantId })).toBe(0);
    expect(await reservedOf(variantId)).toBe(1);
  });
});

describe("signing in", () => {
  it("takes the guest's holds along, into a cart that holds something itself", async () => {
    const [one, other] = [await createSellable(system, { stock: 1 }), await createSellable(system, { stock: 1 })];
    const email = `ada-${crypto.randomUUID()}@example.com`;
    const account = await createAccount(system, { email, name: "Ada", password: "a long enough password", role: "customer" });
    const own = as(system, aCustomer(account.id));
    await readyCheckout(own, one.variantId);
    await holdCheckout(own);
    const guest = await buyer(other.variantId);
    await holdCheckout(guest);
    await mergeCarts(system, { cartToken: guest.actor.cartToken!, accountId: account.id });
    expect(await getCheckout(own)).toMatchObject({ heldUntil: inMinutes(15), cart: { canCheckOut: true, notices: [], quantity: 2 } });
    await placeOrder(own, await placeInput(own));
    expect([await reservedOf(one.variantId), await reservedOf(other.variantId)]).toEqual([1, 1]);
  });
});

describe("placing a cart that holds", () => {
  it("hands its holds to the order without an end, takes what is missing and gives back what is too much", async () => {
    const grown = await createSellable(system, { stock: 9 });
    const shrunk = await createSellable(system, { stock: 9 });
    const ctx = await buyer(grown.variantId, 1);
    await addCartLine(ctx, { variantId: shrunk.variantId, quantity: 3 });
    await holdCheckout(ctx);
    await addCartLine(ctx, { variantId: grown.variantId, quantity: 1 });
    // As if a change of the cart had given nothing back.
    await system.db.update(reservations).set({ quantity: 4 }).where(eq(reservations.variantId, shrunk.variantId));
    await system.db.update(stockLevels).set({ reserved: 4 }).where(eq(stockLevels.variantId, shrunk.variantId));
    gateway.onCharge = async () => {
      const held = await system.db.select().from(reservations).where(and(eq(reservations.status, "held"), eq(reservations.variantId, grown.variantId)));
      expect(held.map(({ quantity, expiresAt, ownerId }) => [quantity, expiresAt, ownerId.slice(0, 4)])).toEqual([
        [1, null, "ord_"],
        [1, null, "ord_"],
      ]);
      expect(held.every((hold) => hold.orderLineId)).toBe(true);
    };
    await placeOrder(ctx, await placeInput(ctx));
    expect(await reservedOf(grown.variantId)).toBe(2);
    expect(await reservedOf(shrunk.variantId)).toBe(3);
  });

  it("names what a line could have when its hold and the rest are not enough", async () => {
    const { variantId } = await createSellable(system, { stock: 3 });
    const ctx = await buyer(variantId, 3);
    const other = await buyer(variantId, 1);
    await placeOrder(other, await placeInput(other));
    await holdCheckout(ctx);
    await expect(placeOrder(ctx, await placeInput(ctx))).rejects.toMatchObject({
      reason: "checkout.insufficient_stock",
      details: { lines: [{ variantId, wanted: 3, available: 2 }] },
    });
    expect(await reservedOf(variantId)).toBe(3);
  });

  it("gives the holds back to the cart after a decline, for another 15 minutes", async () => {
    const { variantId } = await createSellable(system, { stock: 2 });
    const ctx = await buyer(variantId, 2);
    await holdCheckout(ctx);
    gateway.outcome = { status: "declined", reason: "insufficient funds" };
    system.clock.advanceMinutes(14);
    await expect(placeOrder(ctx, await placeInput(ctx))).rejects.toMatchObject({ reason: "checkout.payment_declined" });
    expect(await getCheckout(ctx)).toMatchObject({ heldUntil: inMinutes(15), cart: { canCheckOut: true, notices: [] } });
    system.clock.advanceMinutes(14);
    expect(await releaseExpiredHolds(system, { variantId })).toBe(0);
    gateway.outcome = { status: "captured" };
    await placeOrder(ctx, await placeInput(ctx));
    expect(await reservedOf(variantId)).toBe(2);
  });

  it("shows a cart that is being ordered as it is: nothing of it is short", async () => {
    const { variantId } = await createSellable(system, { stock: 1 });
    const ctx = await buyer(variantId);
    await holdCheckout(ctx);
    gateway.onCharge = async () => {
      expect(await getCart(ctx)).toMatchObject({ notices: [], lines: [{ available: 1 }] });
      expect(await holdCheckout(ctx)).toMatchObject({ heldUntil: null, cart: { notices: [] } });
      expect(await reservedOf(variantId)).toBe(1);
    };
    await placeOrder(ctx, await placeInput(ctx));
    expect(gateway.charges).toHaveLength(1);
  });

  it("sells 10 units that 25 buyers hold, change and place at once as exactly 10", async () => {
    const { variantId } = await createSellable(system, { stock: 10 });
    const buyers = await Promise.all(Array.from({ length: 25 }, () => buyer(variantId)));
    const outcomes = await Promise.allSettled(
      buyers.map(async (ctx, i) => {
        if (i % 3 > 0) await holdCheckout(ctx);
        if (i % 3 === 2) await holdCheckout(ctx);
        return placeOrder(ctx, await placeInput(ctx));
      }),
    );
    expect(outcomes.filter((outcome) => outcome.status === "fulfilled")).toHaveLength(10);
    expect(await reservedOf(variantId)).toBe(10);
    const open = await system.db.select().from(carts).where(eq(carts.status, "placing"));
    expect(open).toEqual([]);
  });
});
