import { cartLines, carts, products, stockLevels } from "@cartwright/db";
import { useDatabase } from "@cartwright/db/testing";
import { eq } from "drizzle-orm";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createAccount } from "../accounts/index.ts";
import { getCheckout, holdCheckout, placeOrder, updateCheckout } from "../checkout/index.ts";
import { hashToken, type ShopSettings } from "../kernel/index.ts";
import { listMyOrders } from "../orders/index.ts";
import { ListMyOrdersInput } from "../orders/schemas.ts";
import {
  aCustomer,
  aGuest,
  anAddress,
  as,
  createCouponOf,
  createSellable,
  ensureShipping,
  expectPromises,
  makeContext,
  placeInput,
  readyCheckout,
  scriptedGateway,
  type TestContext,
} from "../testing/index.ts";
import { mergeQuantity } from "./merge-quantity.ts";
import { addCartLine, applyCoupon, getCart, mergeCarts } from "./index.ts";

const database = useDatabase();

/** A customer and what they were before they signed in: the same browser, with and without the session. */
async function signingIn(system: TestContext) {
  const email = `${crypto.randomUUID()}@example.com`;
  const account = await createAccount(system, { email, name: "Robin", password: "long enough", role: "customer" });
  const customer = as(system, aCustomer(account.id));
  const cartToken = customer.actor.cartToken ?? "";
  const guest = as(system, { ...aGuest(), cartToken });
  // The same customer at another computer, which knows nothing of the guest's cookie.
  const elsewhere = as(system, { ...customer.actor, cartToken: crypto.randomUUID() });
  return { customer, elsewhere, guest, email, merge: () => mergeCarts(system, { cartToken, accountId: account.id }) };
}

describe("mergeCarts", () => {
  let system: TestContext;
  const shop = (given: Partial<ShopSettings> = {}) => (system = makeContext(database.db, { shop: given }));
  beforeEach(() => void shop());
  afterEach(() => expectPromises(system));

  it("adds up what is in both carts, moves the rest, and says so once", async () => {
    const shared = await createSellable(system, { title: "Mug" });
    const only = await createSellable(system);
    const { customer, guest, merge } = await signingIn(system);
    await addCartLine(customer, { variantId: shared.variantId, quantity: 1 });
    await addCartLine(guest, { variantId: shared.variantId, quantity: 2 });
    await addCartLine(guest, { variantId: only.variantId, quantity: 3 });
    expect(await merge()).toEqual([{ kind: "merged_quantity", title: "Mug", variantTitle: "", own: 1, added: 2, quantity: 3 }]);
    expect(await merge()).toEqual([]);
    expect(await getCart(customer)).toMatchObject({ quantity: 6, lines: [{ variantId: shared.variantId, quantity: 3 }, { variantId: only.variantId, quantity: 3 }] });
    expect((await getCart(guest)).lines).toEqual([]);
  });

  it("takes the guest's cart over whole when the customer had none", async () => {
    const { variantId } = await createSellable(system);
    const { customer, guest, merge } = await signingIn(system);
    const { id } = await addCartLine(guest, { variantId, quantity: 2 });
    expect(await merge()).toEqual([]);
    expect(await getCart(customer)).toMatchObject({ id, quantity: 2 });
  });

  it("caps a line at what is available and at the shop's limit", async () => {
    shop({ maxLineQuantity: 6 });
    const few = await createSellable(system, { title: "Few", stock: 4 });
    const many = await createSellable(system, { title: "Many", stock: 100 });
    const { customer, elsewhere, guest, merge } = await signingIn(system);
    for (const { variantId } of [few, many]) {
      await addCartLine(elsewhere, { variantId, quantity: 3 });
      await addCartLine(guest, { variantId, quantity: 4 });
    }
    expect(await merge()).toMatchObject([
      { kind: "capped", title: "Few", wanted: 7, quantity: 4, by: "available" },
      { kind: "capped", title: "Many", wanted: 7, quantity: 6, by: "limit" },
    ]);
    expect(await getCart(customer)).toMatchObject({ canCheckOut: true, lines: [{ quantity: 4 }, { quantity: 6 }] });
  });

  it("caps a line that only the guest had, and keeps what is sold out or gone for the cart to tell", async () => {
    const short = await createSellable(system, { title: "Short", stock: 5 });
    const out = await createSellable(system, { title: "Out", stock: 5 });
    const gone = await createSellable(system, { title: "Gone" });
    const own = await createSellable(system);
    const { customer, guest, merge } = await signingIn(system);
    await addCartLine(customer, { variantId: own.variantId, quantity: 1 });
    for (const { variantId } of [short, out, gone]) await addCartLine(guest, { variantId, quantity: 5 });
    const leave = (variantId: string, onHand: number) => system.db.update(stockLevels).set({ onHand, isShort: false }).where(eq(stockLevels.variantId, variantId));
    await leave(short.variantId, 2);
    await leave(out.variantId, 0);
    await system.db.update(products).set({ status: "archived" }).where(eq(products.id, gone.productId));
    expect(await merge()).toMatchObject([{ kind: "capped", title: "Short", wanted: 5, quantity: 2 }]);
    const cart = await getCart(customer);
    expect(cart.lines.map((line) => line.quantity)).toEqual([1, 2, 5, 5]);
    expect(cart.notices).toMatchObject([{ kind: "insufficient_stock", title: "Out" }, { kind: "not_for_sale", title: "Gone" }]);
    // As the movements tell it, for the promises.
    await leave(short.variantId, 5);
    await leave(out.variantId, 5);
  });

  it("keeps more lines than a cart takes, and says so", async () => {
    shop({ maxCartLines: 2 });
    const things = [await createSellable(system), await createSellable(system), await createSellable(system)];
    const { customer, guest, merge } = await signingIn(system);
    await addCartLine(customer, { variantId: things[0]!.variantId, quantity: 1 });
    for (const { variantId } of things.slice(1)) await addCartLine(guest, { variantId, quantity: 1 });
    expect(await merge()).toEqual([{ kind: "over_line_limit", lines: 3, limit: 2 }]);
    expect(await getCart(customer)).toMatchObject({ quantity: 3, canCheckOut: true });
    const { variantId } = await createSellable(system);
    await expect(addCartLine(customer, { variantId, quantity: 1 })).rejects.toMatchObject({ reason: "cart.line_limit" });
  });

  it("gives back what the guest's checkout held, so that the customer can have it", async () => {
    const { variantId } = await createSellable(system, { stock: 3 });
    const { customer, guest, merge } = await signingIn(system);
    await addCartLine(customer, { variantId, quantity: 1 });
    await addCartLine(guest, { variantId, quantity: 2 });
    await holdCheckout(guest);
    expect(await merge()).toMatchObject([{ kind: "merged_quantity", quantity: 3 }]);
    expect(await getCart(customer)).toMatchObject({ canCheckOut: true, lines: [{ quantity: 3, available: 3 }] });
  });

  it("counts as available what others held and let run out", async () => {
    const { variantId } = await createSellable(system, { stock: 3 });
    const { customer, guest, merge } = await signingIn(system);
    const other = as(system, aGuest());
    await addCartLine(customer, { variantId, quantity: 1 });
    await addCartLine(guest, { variantId, quantity: 2 });
    await addCartLine(other, { variantId, quantity: 3 });
    await holdCheckout(other);
    system.clock.advanceMinutes(60);
    expect(await merge()).toMatchObject([{ kind: "merged_quantity", quantity: 3 }]);
  });

  it("keeps the customer's own code and address, and takes the guest's where there is none", async () => {
    await ensureShipping(system);
    const { variantId } = await createSellable(system, { stock: 50 });
    const [own, other] = [await createCouponOf(system), await createCouponOf(system)];
    const told = { email: "guest@example.com", shippingAddress: { ...anAddress, city: "Bonn" }, shippingMethod: "standard" };
    for (const hasDetails of [true, false]) {
      const { customer, elsewhere, guest, merge } = await signingIn(system);
      await addCartLine(elsewhere, { variantId, quantity: 1 });
      await addCartLine(guest, { variantId, quantity: 1 });
      await applyCoupon(guest, { code: other.code });
      await updateCheckout(guest, told);
      if (hasDetails) {
        await applyCoupon(elsewhere, { code: own.code });
        await updateCheckout(elsewhere, { email: "own@example.com", shippingAddress: anAddress });
      }
      const dropped = hasDetails ? [{ kind: "coupon_dropped", code: other.code, kept: own.code }] : [];
      expect(await merge()).toEqual([expect.objectContaining({ kind: "merged_quantity" }), ...dropped]);
      expect(await getCheckout(customer)).toMatchObject(
        hasDetails
          ? { email: "own@example.com", shippingAddress: { city: "Berlin" }, shippingMethod: null, cart: { couponCodes: [own.code] } }
          : { email: "guest@example.com", shippingAddress: { city: "Bonn" }, shippingMethod: { code: "standard" }, cart: { couponCodes: [other.code] } },
      );
    }
  });

  it("merges once when two tabs sign in at once", async () => {
    const { variantId } = await createSellable(system, { stock: 50 });
    for (const hasOwn of [true, false]) {
      const { customer, guest, merge } = await signingIn(system);
      if (hasOwn) await addCartLine(customer, { variantId, quantity: 1 });
      await addCartLine(guest, { variantId, quantity: 2 });
      const told = await Promise.all(Array.from({ length: 6 }, merge));
      expect(told.flat()).toHaveLength(hasOwn ? 1 : 0);
      expect(await getCart(customer)).toMatchObject({ quantity: hasOwn ? 3 : 2 });
    }
  });

  it("loses nothing when two browsers bring a cart each to a customer without one, while a third opens one", async () => {
    const things = [await createSellable(system), await createSellable(system), await createSellable(system)];
    const { customer } = await signingIn(system);
    const accountId = customer.actor.id!;
    const guests = [as(system, aGuest()), as(system, aGuest())];
    for (const [index, guest] of guests.entries()) await addCartLine(guest, { variantId: things[index]!.variantId, quantity: 1 });
    await Promise.all([
      ...guests.map((guest) => mergeCarts(system, { cartToken: guest.actor.cartToken!, accountId })),
      addCartLine(customer, { variantId: things[2]!.variantId, quantity: 1 }),
    ]);
    const cart = await getCart(customer);
    expect(cart.lines.map((line) => line.variantId).toSorted()).toEqual(things.map((thing) => thing.variantId).toSorted());
  });
});

describe("what was put in under the cookie in the very moment of a merge", () => {
  it("is not lost from sight: a read says that it waits, and the next change brings it in and says what became of it", async () => {
    const system = makeContext(database.db);
    const [early, late] = [await createSellable(system, { title: "Early" }), await createSellable(system, { title: "Late", stock: 4 })];
    for (const hasOwn of [true, false]) {
      const { customer, guest, merge } = await signingIn(system);
      if (hasOwn) await addCartLine(customer, { variantId: late.variantId, quantity: 3 });
      await addCartLine(guest, { variantId: early.variantId, quantity: 1 });
      await merge();
      await addCartLine(guest, { variantId: late.variantId, quantity: 2 });
      const { lines, notices } = await getCart(customer);
      expect([lines.length, notices]).toEqual([hasOwn ? 2 : 1, [{ kind: "waiting", quantity: 2 }]]);
      const changed = await addCartLine(customer, { variantId: early.variantId, quantity: 1 });
      expect(changed.notices).toMatchObject(hasOwn ? [{ kind: "capped", title: "Late", wanted: 5, quantity: 4 }] : []);
      expect((await getCart(customer)).notices).toEqual([]);
      const quantities = Object.fromEntries(changed.lines.map(({ productTitle, quantity }) => [productTitle, quantity]));
      expect(quantities).toEqual({ Early: 2, Late: hasOwn ? 4 : 2 });
    }
    await expectPromises(system);
  });

  it("is all there after the next change, however the two fall together", async () => {
    const system = makeContext(database.db);
    const [one, other] = [await createSellable(system, { stock: 100 }), await createSellable(system, { stock: 100 })];
    for (let i = 0; i < 6; i += 1) {
      const { customer, guest, merge } = await signingIn(system);
      if (i % 2 === 0) await addCartLine(customer, { variantId: one.variantId, quantity: 1 });
      if (i % 3 === 0) await addCartLine(guest, { variantId: one.variantId, quantity: 1 });
      const before = (i % 2 === 0 ? 1 : 0) + (i % 3 === 0 ? 1 : 0);
      await Promise.all([addCartLine(guest, { variantId: other.variantId, quantity: 2 }), merge(), getCart(customer)]);
      expect(await addCartLine(customer, { variantId: one.variantId, quantity: 1 })).toMatchObject({ quantity: before + 3 });
    }
  });
});

describe("a merge while a cart is being ordered", () => {
  it("leaves the guest's cart with the cookie, until the order is through and the customer needs one", async () => {
    const gateway = scriptedGateway();
    const system = makeContext(database.db, { ports: { gateways: { test_card: gateway } } });
    const { variantId } = await createSellable(system);
    const other = await createSellable(system);
    const { customer, guest, merge } = await signingIn(system);
    await readyCheckout(customer, variantId);
    const input = await placeInput(customer);
    const seen: unknown[] = [];
    gateway.onCharge = async () => {
      gateway.onCharge = async () => {};
      await addCartLine(guest, { variantId: other.variantId, quantity: 2 });
      seen.push(await merge(), await getCart(customer));
    };
    await placeOrder(customer, input);
    expect(seen).toMatchObject([[{ kind: "kept_aside", quantity: 2 }], { lines: [{ variantId }] }]);
    expect(await getCart(customer)).toMatchObject({ lines: [{ variantId: other.variantId, quantity: 2 }] });
    // What nobody has looked at is not placed.
    await expect(placeOrder(customer, { ...input, idempotencyKey: crypto.randomUUID() })).rejects.toMatchObject({ reason: "checkout.empty_cart" });
    await addCartLine(customer, { variantId, quantity: 1 });
    expect(await getCart(customer)).toMatchObject({ quantity: 3 });
    await readyCheckout(customer, variantId);
    await placeOrder(customer, await placeInput(customer));
    const { items } = await listMyOrders(customer, ListMyOrdersInput.parse({}));
    expect(items.map((order) => order.quantity)).toEqual([4, 1]);
    await expectPromises(system);
  });

  it("lets the guest's own order be, and merges what is left of it at the next sign-in", async () => {
    const gateway = scriptedGateway({ status: "declined", reason: "no" });
    const system = makeContext(database.db, { ports: { gateways: { test_card: gateway } } });
    const { variantId } = await createSellable(system);
    const { customer, guest, merge } = await signingIn(system);
    await addCartLine(customer, { variantId, quantity: 1 });
    await readyCheckout(guest, variantId, 2);
    const told: unknown[] = [];
    gateway.onCharge = async () => void told.push(...(await merge()));
    await expect(placeOrder(guest, await placeInput(guest))).rejects.toMatchObject({ reason: "checkout.payment_declined" });
    expect(told).toEqual([{ kind: "kept_aside", quantity: 2 }]);
    expect(await getCart(customer)).toMatchObject({ quantity: 1 });
    expect(await merge()).toMatchObject([{ kind: "merged_quantity", own: 1, added: 2, quantity: 3 }]);
    const [row] = await system.db.select().from(carts).where(eq(carts.tokenHash, hashToken(guest.actor.cartToken!)));
    expect(row).toMatchObject({ status: "merged", heldUntil: null });
    expect(await system.db.select().from(cartLines).where(eq(cartLines.cartId, row!.id))).toHaveLength(1);
    await expectPromises(system);
  });
});

describe("mergeQuantity", () => {
  it("never has more than both carts, than is left or than a line may be, and says when it has less", () => {
    const units = (min: number) => fc.integer({ min, max: 200 });
    const facts = fc.record({ own: units(0), added: units(1), available: units(0), limit: units(1) });
    fc.assert(
      fc.property(facts, ({ own, added, available, limit }) => {
        const { quantity, cappedBy } = mergeQuantity({ own, added, available, limit });
        expect(quantity).toBeGreaterThan(0);
        expect(quantity).toBeLessThanOrEqual(Math.min(own + added, limit));
        if (available > 0) expect(quantity).toBeLessThanOrEqual(available);
        expect(cappedBy === null).toBe(quantity === own + added);
      }),
    );
  });
});
