import { describe, expect, it } from "vitest";
import { foldOrder, type StoredEvent } from "./fold-order.ts";
import { balancesOf } from "./order-state.ts";

const event = (type: StoredEvent["type"], payload: Record<string, unknown> = {}, version = 1): StoredEvent => ({ type, version, payload });

const placed = event("placed", {
  currency: "EUR",
  linesMinor: 2_500,
  discountMinor: 0,
  shippingMinor: 490,
  taxMinor: 0,
  totalMinor: 2_990,
  pricesIncludeTax: true,
  lines: [{ lineId: "oln_1", variantId: "var_1", quantity: 2, totalMinor: 2_500 }],
});
const paid = event("payment_recorded", { paymentId: "pay_1", amountMinor: 2_990, status: "captured" });
const confirmed = event("confirmed");
const shipped = (quantity: number, shipmentId = "shp_1") => event("shipped", { shipmentId, lines: [{ orderLineId: "oln_1", quantity }] });

describe("foldOrder", () => {
  it("rebuilds what was written when a cancellation named no units and a refund no payment", () => {
    const state = foldOrder([placed, paid, confirmed, event("cancelled"), event("refunded", { refundId: "ref_1", amountMinor: 2_990 })]);
    expect(state).toMatchObject({ status: "cancelled", cancelledMinor: 0, lines: { oln_1: { quantityCancelled: 2 } } });
    expect(balancesOf(state)).toEqual({ worthMinor: 0, capturedMinor: 2_990, refundedMinor: 2_990, dueMinor: 0 });
  });

  it("cancels no units of an order that was never confirmed, and gives its promises up", () => {
    const promised = event("payment_recorded", { paymentId: "pay_1", amountMinor: 2_990, status: "pending" });
    const state = foldOrder([placed, promised, event("cancelled")]);
    expect(state).toMatchObject({ status: "cancelled", lines: { oln_1: { quantityCancelled: 0 } }, payments: { pay_1: { status: "cancelled" } } });
  });

  it("takes the named units and amounts off, and follows the parcels", () => {
    const cancelled = event("line_cancelled", { lines: [{ orderLineId: "oln_1", quantity: 1 }], goodsMinor: 1_250, discountMinor: 0, shippingMinor: 0, taxMinor: 0, amountMinor: 1_250 }, 2);
    const before = [placed, paid, confirmed, shipped(1)];
    expect(foldOrder(before).status).toBe("processing");
    expect(foldOrder([...before, cancelled])).toMatchObject({ status: "shipped", cancelledMinor: 1_250 });
    expect(foldOrder([...before, event("delivered", { shipmentIds: ["shp_1"] }), cancelled]).status).toBe("delivered");
  });

  it("counts a refund that its gateway refused as not given, and its units as to be paid for", () => {
    const refunded = event("refunded", { refundId: "ref_1", paymentId: "pay_1", amountMinor: 1_250, lines: [{ orderLineId: "oln_1", quantity: 1 }] }, 2);
    const state = foldOrder([placed, paid, confirmed, shipped(2), refunded]);
    expect([balancesOf(state).refundedMinor, state.refundedUnits]).toEqual([1_250, { oln_1: 1 }]);
    const failed = foldOrder([placed, paid, confirmed, shipped(2), refunded, event("refund_failed", { refundId: "ref_1", amountMinor: 1_250 })]);
    expect([balancesOf(failed).refundedMinor, failed.refundedUnits]).toEqual([0, { oln_1: 0 }]);
  });
});
