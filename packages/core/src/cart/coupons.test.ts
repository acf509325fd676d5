import { useDatabase } from "@cartwright/db/testing";
import { beforeEach, describe, expect, it } from "vitest";
import { archiveCoupon } from "../promotions/index.ts";
import { aGuest, anAdmin, as, createCouponOf, createSellable, makeContext, type TestContext } from "../testing/index.ts";
import { addCartLine, applyCoupon, getCart, removeCoupon, updateCartLine } from "./index.ts";

const database = useDatabase();
let system: TestContext;
beforeEach(() => {
  system = makeContext(database.db);
});

async function shopper(priceMinor = 1_000, quantity = 2) {
  const ctx = as(system, aGuest());
  const { variantId } = await createSellable(system, { priceMinor });
  const { lines } = await addCartLine(ctx, { variantId, quantity });
  return { ctx, lineId: lines[0]!.id, variantId };
}

describe("applyCoupon", () => {
  it("takes something off the cart, and removing the code puts it on again", async () => {
    const { ctx, lineId } = await shopper();
    const { id, code } = await createCouponOf(system, { name: "Spring" });
    const cart = await applyCoupon(ctx, { code });
    expect(cart).toMatchObject({
      couponCodes: [code],
      subtotal: { amountMinor: 2_000 },
      discounts: [{ couponId: id, code, label: "Spring", amount: { amountMinor: 200, currency: "EUR" } }],
      total: { amountMinor: 1_800 },
      lines: [{ total: { amountMinor: 2_000 }, discount: { amountMinor: 200 } }],
      notices: [],
    });
    expect(await updateCartLine(ctx, { lineId, quantity: 1 })).toMatchObject({ total: { amountMinor: 900 } });
    expect(await getCart(ctx)).toEqual(await applyCoupon(ctx, { code }));
    const without = { couponCodes: [], discounts: [], total: { amountMinor: 1_000 } };
    expect(await removeCoupon(ctx, { code })).toMatchObject(without);
    expect(await removeCoupon(ctx, { code })).toMatchObject(without);
  });

  it("lets a new code take the old one's place, and says so once", async () => {
    const { ctx } = await shopper();
    const [old, fresh] = [await createCouponOf(system), await createCouponOf(system, { amountMinor: 300 })];
    await applyCoupon(ctx, { code: old.code });
    expect(await applyCoupon(ctx, { code: fresh.code })).toMatchObject({
      couponCodes: [fresh.code],
      total: { amountMinor: 1_700 },
      notices: [{ kind: "coupon_replaced", code: fresh.code, replaced: old.code }],
    });
    expect((await getCart(ctx)).notices).toEqual([]);
  });

  it("keeps a code whose minimum is not reached and says what is missing, but not in another's place", async () => {
    const { ctx, lineId } = await shopper();
    const { code } = await createCouponOf(system, { amountMinor: 500, minimumMinor: 3_000 });
    expect(await applyCoupon(ctx, { code })).toMatchObject({
      discounts: [],
      total: { amountMinor: 2_000 },
      notices: [{ kind: "coupon_not_counted", code, reason: "minimum_not_reached", missing: { amountMinor: 1_000, currency: "EUR" } }],
    });
    expect(await updateCartLine(ctx, { lineId, quantity: 3 })).toMatchObject({ total: { amountMinor: 2_500 }, notices: [] });
    const dearer = await createCouponOf(system, { minimumMinor: 9_000 });
    await expect(applyCoupon(ctx, { code: dearer.code })).rejects.toMatchObject({
      code: "conflict",
      reason: "coupon.minimum_not_reached",
      details: { field: "code", missing: { amountMinor: 6_000 } },
    });
    expect((await getCart(ctx)).couponCodes).toEqual([code]);
  });

  it("refuses a code that was archived as one that never was", async () => {
    const { ctx } = await shopper();
    const { code } = await createCouponOf(system, { code: "ONCE-WAS" });
    await archiveCoupon(as(system, anAdmin()), { code });
    const refusal = (typed: string) => ({ code: "not_found", reason: "coupon.not_found", message: `There is no code ${typed}.`, details: { field: "code", code: typed } });
    await expect(applyCoupon(ctx, { code })).rejects.toMatchObject(refusal(code));
    await expect(applyCoupon(ctx, { code: "NEVER-WAS" })).rejects.toMatchObject(refusal("NEVER-WAS"));
  });

  it.each([
    ["has ended", { endsAt: "2026-03-01T12:00:00.000Z" }, "coupon.ended"],
    ["has not begun", { startsAt: "2026-03-01T12:00:00.001Z" }, "coupon.not_started"],
  ])("refuses a code that %s", async (_, given, reason) => {
    const { ctx } = await shopper();
    const { code } = await createCouponOf(system, given);
    await expect(applyCoupon(ctx, { code })).rejects.toMatchObject({ code: "conflict", reason });
    expect((await getCart(ctx)).couponCodes).toEqual([]);
  });

  it("says when a code that was entered counts no more, and keeps it", async () => {
    const { ctx } = await shopper();
    const { code } = await createCouponOf(system, { endsAt: "2026-03-01T13:00:00.000Z" });
    await applyCoupon(ctx, { code });
    system.clock.advanceMinutes(60);
    expect(await getCart(ctx)).toMatchObject({ couponCodes: [code], total: { amountMinor: 2_000 }, notices: [{ kind: "coupon_not_counted", code, reason: "ended", missing: null }] });
    await archiveCoupon(as(system, anAdmin()), { code });
    expect(await getCart(ctx)).toMatchObject({ notices: [{ reason: "unknown" }] });
  });

  it("stays with the shopper who entered it", async () => {
    const { ctx } = await shopper();
    const { ctx: stranger } = await shopper();
    const { code } = await createCouponOf(system);
    await applyCoupon(ctx, { code });
    await removeCoupon(stranger, { code });
    expect(await getCart(stranger)).toMatchObject({ couponCodes: [], discounts: [] });
    expect(await getCart(ctx)).toMatchObject({ couponCodes: [code] });
  });
});
