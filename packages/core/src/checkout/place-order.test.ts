import { cartLines, carts, inTransaction, orders, shippingMethods, stockLevels, variantPrices } from "@cartwright/db";
import { useDatabase } from "@cartwright/db/testing";
import { count, eq } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { createAccount } from "../accounts/index.ts";
import { applyCoupon, getCart } from "../cart/index.ts";
import { releaseExpiredHolds, releaseReservations } from "../inventory/index.ts";
import { DomainError, type Context } from "../kernel/index.ts";
import { cancelOrder, getOrder, getOrderByToken } from "../orders/index.ts";
import { aCustomer, aGuest, anAdmin, as, createCouponOf, createSellable, expectPromises, makeContext, placeInput, readyCheckout, scriptedGateway, type TestContext } from "../testing/index.ts";
import { beginPlacement } from "./begin-placement.ts";
import { getCheckout } from "./get-checkout.ts";
import { placeOrder } from "./place-order.ts";
import { resumePlacements } from "./resume-placements.ts";
import { PlaceOrderInput } from "./schemas.ts";
import { updateCheckout } from "./update-checkout.ts";

const database = useDatabase();

describe("placeOrder", () => {
  let system: TestContext;
  afterEach(() => expectPromises(system));

  const shop = (given: Parameters<typeof makeContext>[1] = {}) => (system = makeContext(database.db, given));
  const buyer = async (variantId: string, quantity = 1) => {
    const ctx = as(system, aGuest());
    await readyCheckout(ctx, variantId, quantity);
    return ctx;
  };

  const freeShipping = async () => {
    const facts = { code: "for-nothing", name: "By pigeon", description: "", kind: "flat" as const, currency: "EUR", priceMinor: 0, countries: [], position: 1 };
    await system.db.insert(shippingMethods).values({ id: "shm_nothing", ...facts }).onConflictDoNothing();
  };

  it("makes one confirmed order, holds its stock for good and empties the cart", async () => {
    const { variantId } = await createSellable(shop(), { stock: 3 });
    const ctx = await buyer(variantId, 2);
    const placed = await placeOrder(ctx, await placeInput(ctx));
    const order = await getOrderByToken(ctx, { token: placed.accessToken });
    expect(order).toMatchObject({ number: placed.orderNumber, status: "confirmed", paymentStatus: "paid", fulfilmentStatus: "none" });
    expect(order.totals.total).toEqual({ amountMinor: 2 * 1_250 + 490, currency: "EUR" });
    expect(await levelOf(ctx, variantId)).toMatchObject({ onHand: 3, reserved: 2 });
    expect((await getCart(ctx)).lines).toEqual([]);
  });

  it("answers the same key as before, without a second order or charge", async () => {
    const gateway = scriptedGateway();
    const { variantId } = await createSellable(shop({ ports: { gateways: { test_card: gateway } } }));
    const ctx = await buyer(variantId);
    const input = await placeInput(ctx);
    const first = await placeOrder(ctx, input);
    expect(await placeOrder(ctx, input)).toEqual(first);
    expect(gateway.charges).toHaveLength(1);
  });

  it("takes an order that costs nothing without asking a gateway, or which way to pay", async () => {
    const gateway = scriptedGateway();
    const { variantId } = await createSellable(shop({ ports: { gateways: { test_card: gateway } } }));
    const { code } = await createCouponOf(system, { percentBasisPoints: 10_000 });
    await freeShipping();
    const ctx = await buyer(variantId);
    await applyCoupon(ctx, { code });
    await updateCheckout(ctx, { shippingMethod: "for-nothing" });
    const input = PlaceOrderInput.parse({ idempotencyKey: crypto.randomUUID(), expectedTotalMinor: 0 });
    const { accessToken, total } = await placeOrder(ctx, input);
    expect(total.amountMinor).toBe(0);
    const order = await getOrderByToken(ctx, { token: accessToken });
    expect(order).toMatchObject({ status: "confirmed", paymentStatus: "paid", paymentMethod: "nothing", payments: [{ status: "captured", captured: { amountMinor: 0 } }] });
    expect(gateway.charges).toEqual([]);
    expect((await placeOrder(ctx, input)).accessToken).toBe(accessToken);
    const admin = as(system, anAdmin());
    expect(await cancelOrder(admin, { order: String(order.number), reason: "changed their mind" })).toMatchObject({ status: "cancelled", refunds: [] });
  });

  it("finishes an order that costs nothing and stopped half-way", async () => {
    const { variantId } = await createSellable(shop({ ports: { gateways: {} } }), { priceMinor: 0 });
    await freeShipping();
    const ctx = await buyer(variantId);
    await updateCheckout(ctx, { shippingMethod: "for-nothing" });
    const input = await placeInput(ctx, { paymentMethod: undefined, card: undefined });
    const begun = await beginPlacement(ctx, input, { procedure: "checkout.place", key: input.idempotencyKey, body: {} });
    system.clock.advanceMinutes(5);
    expect(await resumePlacements(system)).toMatchObject({ settled: 1 });
    expect(await getOrder(as(system, anAdmin()), { order: (begun as { orderId: string }).orderId })).toMatchObject({ status: "confirmed" });
  });

  it("refuses another body under the same key", async () => {
    const { variantId } = await createSellable(shop());
    const ctx = await buyer(variantId);
    const input = await placeInput(ctx);
    await placeOrder(ctx, input);
    await expect(placeOrder(ctx, { ...input, paymentMethod: "cash_on_delivery" })).rejects.toMatchObject({
      code: "conflict",
      reason: "idempotency.key_reused",
    });
  });

  it("lets one of two tabs place the same cart, whichever key they use", async () => {
    const gateway = scriptedGateway();
    const { variantId } = await createSellable(shop({ ports: { gateways: { test_card: gateway } } }));
    const ctx = await buyer(variantId);
    const same = await placeInput(ctx);
    const outcomes = await Promise.allSettled([placeOrder(ctx, same), placeOrder(ctx, same), placeOrder(ctx, await placeInput(ctx))]);
    const placed = outcomes.filter((outcome) => outcome.status === "fulfilled").map((outcome) => outcome.value.orderNumber);
    expect(new Set(placed).size).toBe(1);
    expect(gateway.charges).toHaveLength(1);
    for (const outcome of outcomes) if (outcome.status === "rejected") expect(outcome.reason).toBeInstanceOf(DomainError);
  });

  it("sells 10 units to 25 buyers as exactly 10 orders", async () => {
    const { variantId } = await createSellable(shop(), { stock: 10 });
    const buyers = await Promise.all(Array.from({ length: 25 }, () => buyer(variantId)));
    const inputs = await Promise.all(buyers.map((ctx) => placeInput(ctx)));
    const outcomes = await Promise.allSettled(buyers.map((ctx, i) => placeOrder(ctx, inputs[i]!)));
    const refused = outcomes.filter((outcome) => outcome.status === "rejected");
    expect(outcomes.length - refused.length).toBe(10);
    const reasons = refused.map((outcome) => (outcome.reason as DomainError).reason);
    expect(reasons.every((reason) => reason === "checkout.insufficient_stock" || reason === "checkout.cart_changed")).toBe(true);
    expect(await levelOf(system, variantId)).toMatchObject({ onHand: 10, reserved: 10 });
  });

  it("refuses a total the buyer has not seen, and says what changed", async () => {
    const { variantId } = await createSellable(shop());
    const ctx = await buyer(variantId);
    const input = await placeInput(ctx);
    await ctx.db.update(variantPrices).set({ priceMinor: 1_500 }).where(eq(variantPrices.variantId, variantId));
    await expect(placeOrder(ctx, input)).rejects.toMatchObject({
      reason: "checkout.total_changed",
      details: { total: { amountMinor: 1_990, currency: "EUR" }, notices: [{ kind: "price_changed" }] },
    });
    expect((await getCheckout(ctx)).totals.total.amountMinor).toBe(1_990);
    await placeOrder(ctx, await placeInput(ctx));
  });

  it("gives cart and stock back after a decline, repeats the decline for its key, and takes a new key", async () => {
    const gateway = scriptedGateway({ status: "declined", reason: "insufficient funds" });
    const { variantId } = await createSellable(shop({ ports: { gateways: { test_card: gateway } } }), { stock: 1 });
    const ctx = await buyer(variantId);
    const input = await placeInput(ctx);
    const declined = { code: "payment_failed", reason: "checkout.payment_declined" };
    await expect(placeOrder(ctx, input)).rejects.toMatchObject(declined);
    await expect(placeOrder(ctx, input)).rejects.toMatchObject(declined);
    expect(gateway.charges).toHaveLength(1);
    // The unit stays held for the buyer who has another card.
    expect(await levelOf(ctx, variantId)).toMatchObject({ reserved: 1 });
    await expect(readyCheckout(as(system, aGuest()), variantId)).rejects.toMatchObject({ reason: "cart.insufficient_stock" });
    gateway.outcome = { status: "captured" };
    await placeOrder(ctx, await placeInput(ctx));
    expect(await levelOf(ctx, variantId)).toMatchObject({ reserved: 1 });
  });

  it("asks what happened when the gateway's answer is lost, and keeps the order it was paid for", async () => {
    const gateway = scriptedGateway();
    gateway.isBookedFirst = true;
    gateway.onCharge = async () => {
      throw new Error("connection lost");
    };
    const { variantId } = await createSellable(shop({ ports: { gateways: { test_card: gateway } } }));
    const ctx = await buyer(variantId);
    const placed = await placeOrder(ctx, await placeInput(ctx));
    expect(await getOrderByToken(ctx, { token: placed.accessToken })).toMatchObject({ status: "confirmed", paymentStatus: "paid" });
  });

  it("undoes an order the gateway never heard of", async () => {
    const gateway = scriptedGateway();
    gateway.onCharge = async () => {
      throw new Error("connection refused");
    };
    const { variantId } = await createSellable(shop({ ports: { gateways: { test_card: gateway } } }), { stock: 1 });
    const ctx = await buyer(variantId);
    await expect(placeOrder(ctx, await placeInput(ctx))).rejects.toMatchObject({ reason: "checkout.payment_failed" });
    expect((await getCart(ctx)).lines).toHaveLength(1);
    system.clock.advanceMinutes(16);
    await releaseExpiredHolds(system);
    expect(await levelOf(ctx, variantId)).toMatchObject({ reserved: 0 });
  });

  it("keeps an unclear order pending until the gateway can be asked, then finishes it for the same key", async () => {
    const gateway = scriptedGateway();
    gateway.isBookedFirst = true;
    gateway.isReachable = false;
    gateway.onCharge = async () => {
      throw new Error("connection lost");
    };
    const { variantId } = await createSellable(shop({ ports: { gateways: { test_card: gateway } } }));
    const ctx = await buyer(variantId);
    const input = await placeInput(ctx);
    await expect(placeOrder(ctx, input)).rejects.toMatchObject({ reason: "checkout.payment_unclear" });
    system.clock.advanceMinutes(1);
    expect(await resumePlacements(system)).toEqual({ settled: 0, waiting: 1 });
    gateway.isReachable = true;
    expect(await resumePlacements(system)).toEqual({ settled: 1, waiting: 0 });
    const placed = await placeOrder(ctx, input);
    expect(await getOrderByToken(ctx, { token: placed.accessToken })).toMatchObject({ status: "confirmed" });
    expect(gateway.charges).toHaveLength(1);
  });

  it("keeps the units of an order that is being paid, however long it takes", async () => {
    const gateway = scriptedGateway();
    const { variantId } = await createSellable(shop({ ports: { gateways: { test_card: gateway } } }), { stock: 1 });
    const slow = await buyer(variantId);
    const fast = await buyer(variantId);
    const slowInput = await placeInput(slow);
    const fastInput = await placeInput(fast);
    gateway.onCharge = async () => {
      gateway.onCharge = async () => {};
      system.clock.advanceMinutes(60);
      await releaseExpiredHolds(system);
      await expect(placeOrder(fast, fastInput)).rejects.toMatchObject({ reason: "checkout.insufficient_stock" });
    };
    await placeOrder(slow, slowInput);
    expect(gateway.charges).toHaveLength(1);
  });

  it("gives the money back when a hold was lost and somebody else bought the last one", async () => {
    const gateway = scriptedGateway();
    const { variantId } = await createSellable(shop({ ports: { gateways: { test_card: gateway } } }), { stock: 1 });
    const slow = await buyer(variantId);
    const fast = await buyer(variantId);
    const slowInput = await placeInput(slow);
    const fastInput = await placeInput(fast);
    gateway.onCharge = async (request) => {
      gateway.onCharge = async () => {};
      const [order] = await system.db.select().from(orders).where(eq(orders.number, request.orderNumber));
      await inTransaction(system, (ctx) => releaseReservations(ctx, order!.id));
      await placeOrder(fast, fastInput);
    };
    const gone = { reason: "checkout.insufficient_stock", message: expect.stringContaining("on its way back") as string };
    await expect(placeOrder(slow, slowInput)).rejects.toMatchObject(gone);
    expect(gateway.refunds).toHaveLength(1);
    await expect(placeOrder(slow, slowInput)).rejects.toMatchObject(gone);
    expect(gateway.refunds).toHaveLength(1);
  });

  it("holds a lost hold anew when there is enough", async () => {
    const gateway = scriptedGateway();
    const { variantId } = await createSellable(shop({ ports: { gateways: { test_card: gateway } } }), { stock: 2 });
    const ctx = await buyer(variantId);
    gateway.onCharge = async (request) => {
      const [order] = await system.db.select().from(orders).where(eq(orders.number, request.orderNumber));
      await inTransaction(system, (ctx) => releaseReservations(ctx, order!.id));
    };
    await placeOrder(ctx, await placeInput(ctx));
    expect(await levelOf(ctx, variantId)).toMatchObject({ onHand: 2, reserved: 1 });
  });

  it("repeats a refusal for its key, though the next key would do", async () => {
    const { variantId } = await createSellable(shop());
    const ctx = await buyer(variantId);
    const input = await placeInput(ctx);
    const early = { ...input, idempotencyKey: crypto.randomUUID(), expectedTotalMinor: input.expectedTotalMinor + 1 };
    const refusal = await placeOrder(ctx, early).catch((error: unknown) => error as DomainError);
    expect(refusal).toMatchObject({ reason: "checkout.total_changed" });
    await ctx.db.update(variantPrices).set({ priceMinor: 1_251 }).where(eq(variantPrices.variantId, variantId));
    const again = await placeOrder(ctx, early).catch((error: unknown) => error as DomainError);
    expect(again).toMatchObject({ code: "conflict", reason: "checkout.total_changed", message: (refusal as DomainError).message, details: (refusal as DomainError).details });
    await expect(placeOrder(ctx, input)).rejects.toMatchObject({ reason: "checkout.total_changed" });
    await placeOrder(ctx, await placeInput(ctx));
  });

  it("opens the confirmation again for a customer whose cookie is another by now", async () => {
    const account = await createAccount(shop(), { email: `${crypto.randomUUID()}@example.com`, name: "Robin", password: "long enough", role: "customer" });
    const { variantId } = await createSellable(system);
    const ctx = as(system, aCustomer(account.id));
    await readyCheckout(ctx, variantId);
    const input = await placeInput(ctx);
    const placed = await placeOrder(ctx, input);
    expect(await placeOrder(as(system, aCustomer(account.id)), input)).toEqual(placed);
  });

  it("names what is missing", async () => {
    const { variantId } = await createSellable(shop());
    const ctx = await buyer(variantId);
    await ctx.db.update(carts).set({ email: null, shippingMethodId: null });
    const input = await placeInput(ctx);
    await expect(placeOrder(ctx, input)).rejects.toMatchObject({
      code: "invalid",
      reason: "checkout.incomplete",
      details: { fields: ["email", "shippingMethod"] },
    });
  });

  it("refuses an empty cart, and somebody else's cart is empty", async () => {
    const { variantId } = await createSellable(shop());
    const owner = await buyer(variantId);
    const input = await placeInput(owner);
    const stranger = as(system, aGuest());
    await expect(placeOrder(stranger, input)).rejects.toMatchObject({ reason: "checkout.empty_cart" });
    expect((await owner.db.select({ n: count() }).from(cartLines).where(eq(cartLines.variantId, variantId)))[0]?.n).toBe(1);
  });

  it("counts nothing as captured before the parcel when it is paid on delivery", async () => {
    const { variantId } = await createSellable(shop());
    const ctx = await buyer(variantId);
    const placed = await placeOrder(ctx, await placeInput(ctx, { paymentMethod: "cash_on_delivery", card: undefined }));
    expect(await getOrderByToken(ctx, { token: placed.accessToken })).toMatchObject({ status: "confirmed", paymentStatus: "due" });
    const [row] = await ctx.db.select().from(orders).where(eq(orders.id, placed.orderId));
    expect(row?.accessHash).not.toContain(placed.accessToken);
  });
});

async function levelOf(ctx: Context, variantId: string) {
  const [level] = await ctx.db.select().from(stockLevels).where(eq(stockLevels.variantId, variantId));
  return level;
}
