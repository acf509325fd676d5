import { couponCustomers, couponUses, orderEvents, orderLines, orders, shippingMethods } from "@cartwright/db";
import { useDatabase } from "@cartwright/db/testing";
import { and, eq } from "drizzle-orm";
import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { createAccount } from "../accounts/index.ts";
import { addCartLine, applyCoupon, getCart } from "../cart/index.ts";
import type { Actor, ShopSettings } from "../kernel/index.ts";
import { cancelOrder, getOrderByToken } from "../orders/index.ts";
import { archiveCoupon, getCoupon, updateCoupon } from "../promotions/index.ts";
import {
  aCustomer,
  aGuest,
  anAddress,
  anAdmin,
  as,
  createCouponOf,
  createSellable,
  ensureShipping,
  expectPromises,
  makeContext,
  placeInput,
  readyCheckout,
  scriptedGateway,
  setRate,
  type ScriptedGateway,
  type TestContext,
} from "../testing/index.ts";
import { getCheckout } from "./get-checkout.ts";
import { placeOrder } from "./place-order.ts";
import { priceCheckout } from "./price-checkout.ts";
import { resumePlacements } from "./resume-placements.ts";
import { updateCheckout } from "./update-checkout.ts";

const database = useDatabase();

describe("an order with a coupon", () => {
  let system: TestContext;
  let gateway: ScriptedGateway;
  afterEach(() => expectPromises(system));

  const shop = (given: Partial<ShopSettings> = {}) => {
    gateway = scriptedGateway();
    const ports = { gateways: { test_card: gateway, cash_on_delivery: scriptedGateway({ status: "pending" }) } };
    return (system = makeContext(database.db, { shop: given, ports }));
  };

  /** A buyer with an address of their own who has entered the code and sees what it comes to. */
  async function buyer(code: string, given: { email?: string; actor?: Actor; priceMinor?: number; quantity?: number } = {}) {
    const { email = `${crypto.randomUUID()}@example.com`, actor = aGuest(), priceMinor = 2_000, quantity = 1 } = given;
    const ctx = as(system, actor);
    const { variantId } = await createSellable(system, { priceMinor });
    await readyCheckout(ctx, variantId, quantity);
    await updateCheckout(ctx, { email });
    await applyCoupon(ctx, { code });
    return { ctx, input: await placeInput(ctx) };
  }

  const look = (code: string) => getCoupon(as(system, anAdmin()), { code });
  const byCash = { paymentMethod: "cash_on_delivery", card: undefined } as const;

  it("is cheaper, keeps what it consists of, and is counted once", async () => {
    shop();
    await setRate(system, "DE", 1_900);
    const coupon = await createCouponOf(system, { name: "Spring", usageLimit: 5, usageLimitPerCustomer: 1 });
    const { ctx, input } = await buyer(coupon.code, { quantity: 2 });
    const { totals } = await getCheckout(ctx);
    expect(totals).toMatchObject({ lines: { amountMinor: 4_000 }, discount: { amountMinor: 400 }, discounts: [{ label: "Spring" }], total: { amountMinor: 4_090 } });
    // 3,600 and 490 with the tax inside them.
    expect(totals.tax.amountMinor).toBe(575 + 78);
    const placed = await placeOrder(ctx, input);
    expect(await placeOrder(ctx, input)).toEqual(placed);
    expect(await look(coupon.code)).toMatchObject({ used: 1 });
    expect(gateway.charges).toMatchObject([{ amount: { amountMinor: 4_090 } }]);
    expect(await getOrderByToken(ctx, { token: placed.accessToken })).toMatchObject({
      totals: { discount: { amountMinor: 400 }, discounts: [{ couponId: coupon.id, code: coupon.code, label: "Spring", amount: { amountMinor: 400 } }] },
    });
    const [line] = await system.db.select().from(orderLines).where(eq(orderLines.orderId, placed.orderId));
    expect(line).toMatchObject({ totalMinor: 4_000, discountMinor: 400, taxMinor: 575 });
    const [event] = await system.db.select().from(orderEvents).where(and(eq(orderEvents.orderId, placed.orderId), eq(orderEvents.type, "placed")));
    expect(event?.payload).toMatchObject({ discounts: [{ couponId: coupon.id, code: coupon.code, amountMinor: 400 }] });
    expect(await getCart(ctx)).toMatchObject({ lines: [], couponCodes: [] });
  });

  it("may cost nothing at all", async () => {
    shop();
    const { code } = await createCouponOf(system, { percentBasisPoints: 10_000 });
    await ensureShipping(system);
    const { ctx, input } = await buyer(code);
    expect(input.expectedTotalMinor).toBe(490);
    await placeOrder(ctx, input);
    expect(await look(code)).toMatchObject({ used: 1 });
  });

  it("is not placed when the coupon ended after the buyer looked, and keeps the cart", async () => {
    shop();
    const { code } = await createCouponOf(system, { endsAt: "2026-03-01T13:00:00.000Z" });
    const { ctx, input } = await buyer(code);
    system.clock.advanceMinutes(60);
    await expect(placeOrder(ctx, input)).rejects.toMatchObject({
      code: "conflict",
      reason: "checkout.total_changed",
      details: { expectedMinor: 2_290, total: { amountMinor: 2_490 }, notices: [{ kind: "coupon_not_counted", code, reason: "ended" }] },
    });
    expect(await getCart(ctx)).toMatchObject({ couponCodes: [code], quantity: 1, canCheckOut: true });
    await placeOrder(ctx, await placeInput(ctx));
    expect(await look(code)).toMatchObject({ used: 0 });
  });

  it("is not placed at a price that counts on an archived coupon", async () => {
    shop();
    const { code } = await createCouponOf(system);
    const { ctx, input } = await buyer(code);
    await archiveCoupon(as(system, anAdmin()), { code });
    await expect(placeOrder(ctx, input)).rejects.toMatchObject({ reason: "checkout.total_changed", details: { notices: [{ reason: "unknown" }] } });
  });

  it("has its way to send for nothing only when the goods after the discount are worth it", async () => {
    shop();
    const { code } = await createCouponOf(system, { amountMinor: 1_000 });
    const { ctx } = await buyer(code, { priceMinor: 8_000 });
    const methods = async () => (await getCheckout(ctx)).shippingMethods.map((method) => method.price.amountMinor);
    await system.db.update(shippingMethods).set({ kind: "free_over", freeOverMinor: 7_500 });
    expect(await methods()).toEqual([490]);
    await updateCoupon(as(system, anAdmin()), { code, amountMinor: 500 });
    expect(await methods()).toEqual([0]);
    await system.db.update(shippingMethods).set({ kind: "flat", freeOverMinor: null });
  });

  it("is one of exactly as many as the limit when fifty buyers place at once", async () => {
    shop();
    const { code } = await createCouponOf(system, { usageLimit: 10 });
    const buyers = await Promise.all(Array.from({ length: 50 }, () => buyer(code)));
    const ended = await Promise.allSettled(buyers.map(({ ctx, input }) => placeOrder(ctx, input)));
    expect(ended.filter((one) => one.status === "fulfilled")).toHaveLength(10);
    const reasons = ended.flatMap((one) => (one.status === "rejected" ? [(one.reason as { reason?: string }).reason] : []));
    expect(reasons.every((reason) => reason === "checkout.coupon_not_counted" || reason === "checkout.total_changed")).toBe(true);
    expect(await look(code)).toMatchObject({ used: 10, state: "used_up" });
    const loser = buyers[ended.findIndex((one) => one.status === "rejected")]!;
    expect(await getCart(loser.ctx)).toMatchObject({ couponCodes: [code], canCheckOut: true, notices: [{ kind: "coupon_not_counted", reason: "used_up" }] });
    await placeOrder(loser.ctx, await placeInput(loser.ctx));
  });

  it("is the only one of a customer who places twice at once, as a guest and with an account", async () => {
    shop();
    const email = `${crypto.randomUUID()}@example.com`;
    const account = await createAccount(system, { email, name: "Robin", password: "long enough", role: "customer" });
    const { code } = await createCouponOf(system, { usageLimitPerCustomer: 1 });
    const buyers = [
      await buyer(code, { actor: aCustomer(account.id), email: "another@example.com" }),
      await buyer(code, { email: email.trim() }),
      await buyer(code, { email }),
    ];
    const ended = await Promise.allSettled(buyers.map(({ ctx, input }) => placeOrder(ctx, input)));
    expect(ended.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    for (const one of ended) {
      if (one.status === "rejected") expect((one.reason as { reason: string }).reason).toMatch(/^checkout\.(coupon_not_counted|total_changed)$/);
    }
    const loser = buyers[ended.findIndex((one) => one.status === "rejected")]!;
    expect(await getCheckout(loser.ctx)).toMatchObject({ totals: { discounts: [] }, cart: { notices: [{ reason: "used_by_you" }] } });
    await expect(applyCoupon(loser.ctx, { code })).rejects.toMatchObject({ reason: "coupon.used_by_you" });
  });

  it("gives the coupon back exactly once when the payment is declined, and the buyer can use it again", async () => {
    shop();
    const { id, code } = await createCouponOf(system, { usageLimit: 1, usageLimitPerCustomer: 1 });
    const { ctx, input } = await buyer(code);
    const during: unknown[] = [];
    gateway.onCharge = async () => void during.push((await look(code)).used, await getCart(ctx));
    gateway.outcome = { status: "declined", reason: "no funds" };
    await expect(placeOrder(ctx, input)).rejects.toMatchObject({ reason: "checkout.payment_declined" });
    await expect(placeOrder(ctx, input)).rejects.toMatchObject({ reason: "checkout.payment_declined" });
    expect(during).toMatchObject([1, { discounts: [{ code }], notices: [] }]);
    expect(await look(code)).toMatchObject({ used: 0, state: "active" });
    const [customer] = await system.db.select().from(couponCustomers).where(eq(couponCustomers.couponId, id));
    expect(customer).toMatchObject({ used: 0 });
    gateway.outcome = { status: "captured" };
    await placeOrder(ctx, await placeInput(ctx));
    expect(await look(code)).toMatchObject({ used: 1 });
    const uses = await system.db.select().from(couponUses).where(eq(couponUses.couponId, id));
    expect([uses.length, uses.filter((use) => use.releasedAt === null).length]).toEqual([2, 1]);
  });

  it("gives it back when the reaper finds that nothing was paid, however many ask at once", async () => {
    shop();
    const { code } = await createCouponOf(system, { usageLimit: 1 });
    const { ctx, input } = await buyer(code);
    gateway.onCharge = async () => {
      throw new Error("the line went dead");
    };
    gateway.isReachable = false;
    await expect(placeOrder(ctx, input)).rejects.toMatchObject({ reason: "checkout.payment_unclear" });
    expect(await look(code)).toMatchObject({ used: 1, state: "used_up" });
    gateway.isReachable = true;
    system.clock.advanceMinutes(60 * 24);
    await Promise.all(Array.from({ length: 4 }, () => resumePlacements(system)));
    expect(await look(code)).toMatchObject({ used: 0 });
    expect(await getCart(ctx)).toMatchObject({ discounts: [{ code }], notices: [] });
  });

  it("gives it back when it is cancelled before it was paid, and not when it was paid", async () => {
    shop();
    const { code } = await createCouponOf(system);
    const admin = as(system, anAdmin());
    const unpaid = await buyer(code);
    const paid = await buyer(code);
    const orderOf = async ({ orderNumber }: { orderNumber: number }) => ({ order: String(orderNumber), reason: "changed their mind" });
    const cash = await orderOf(await placeOrder(unpaid.ctx, { ...unpaid.input, ...byCash }));
    const card = await orderOf(await placeOrder(paid.ctx, paid.input));
    expect(await look(code)).toMatchObject({ used: 2 });
    await cancelOrder(admin, cash);
    expect(await look(code)).toMatchObject({ used: 1 });
    await cancelOrder(admin, card);
    expect(await look(code)).toMatchObject({ used: 1 });
  });

  it("is placed while staff change the coupon, without a deadlock and within its limit", async () => {
    shop();
    const { code } = await createCouponOf(system, { usageLimit: 6 });
    const buyers = await Promise.all(Array.from({ length: 8 }, () => buyer(code)));
    const admin = as(system, anAdmin());
    const changes = [7, 5, 8, 4].map((usageLimit) => updateCoupon(admin, { code, usageLimit }));
    const ended = await Promise.allSettled([...buyers.map(({ ctx, input }) => placeOrder(ctx, input)), ...changes]);
    const known = /^(checkout\.(coupon_not_counted|total_changed)|coupon\.limit_below_used)$/;
    for (const one of ended) if (one.status === "rejected") expect((one.reason as { reason?: string }).reason).toMatch(known);
    const { used, usageLimit } = await look(code);
    expect(used).toBeLessThanOrEqual(usageLimit ?? 0);
  });

  it.each(["JPY", "EUR", "TND"])("adds up to the minor unit in %s, with and without tax in the prices", async (currency) => {
    for (const pricesIncludeTax of [true, false]) {
      const { code } = await createCouponOf(shop(), { percentBasisPoints: 1_333 });
      await setRate(shop({ currency, pricesIncludeTax }), "DE", 1_900);
      const ctx = as(system, aGuest());
      await ensureShipping(system);
      for (const priceMinor of [333, 1_999, 7]) {
        await addCartLine(ctx, { variantId: (await createSellable(system, { priceMinor })).variantId, quantity: 3 });
      }
      await updateCheckout(ctx, { email: "robin@example.com", shippingAddress: anAddress, shippingMethod: "standard" });
      await applyCoupon(ctx, { code });
      const placed = await placeOrder(ctx, await placeInput(ctx));
      const [order] = await system.db.select().from(orders).where(eq(orders.id, placed.orderId));
      expect(order).toMatchObject({ currency, linesMinor: 7_017, discountMinor: 935, pricesIncludeTax });
    }
  });
});

describe("priceCheckout", () => {
  it("adds up for any lines, shares, postage and rate", () => {
    const line = fc.record({ total: fc.integer({ min: 0, max: 1_000_000 }), bears: fc.integer({ min: 0, max: 100 }) });
    const facts = fc.record({ lines: fc.array(line, { maxLength: 8 }), shippingMinor: fc.integer({ min: 0, max: 9_999 }), rate: fc.integer({ min: 0, max: 10_000 }), isIncluded: fc.boolean() });
    fc.assert(
      fc.property(facts, ({ lines, shippingMinor, rate, isIncluded }) => {
        const money = (amountMinor: number) => ({ amountMinor, currency: "EUR" });
        const priced = lines.map(({ total, bears }, index) => ({ id: `l${index}`, total: money(total), discount: money(Math.floor((total * bears) / 100)) }));
        const offMinor = priced.reduce((sum, one) => sum + one.discount.amountMinor, 0);
        const totals = priceCheckout({
          lines: priced,
          discounts: offMinor === 0 ? [] : [{ couponId: "cpn_1", code: "ALL", label: "All", amount: money(offMinor) }],
          shippingMinor,
          taxRateBasisPoints: rate,
          pricesIncludeTax: isIncluded,
          currency: "EUR",
        });
        const onTop = isIncluded ? 0 : totals.tax.amountMinor;
        expect(totals.lines.amountMinor - totals.discount.amountMinor + totals.shipping.amountMinor + onTop).toBe(totals.total.amountMinor);
        expect(totals.total.amountMinor).toBeGreaterThanOrEqual(0);
        for (const one of priced) expect(totals.lineTaxMinor.get(one.id)).toBeLessThanOrEqual(one.total.amountMinor);
      }),
    );
  });
});
