import { orderStatuses } from "@cartwright/db/constants/orders";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canBecome, fulfilmentStatus, orderPaymentStatus } from "./order-status.ts";

describe("canBecome", () => {
  it("never leaves an order that has ended", () => {
    for (const to of orderStatuses) expect([canBecome("cancelled", to), canBecome("returned", to)]).toEqual([false, false]);
  });
});

describe("fulfilmentStatus", () => {
  const line = fc.record({ shipped: fc.nat(5), cancelled: fc.nat(5), open: fc.nat(5) });
  it("is shipped or delivered only when nothing is open", () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1 }), fc.array(fc.constantFrom("shipped" as const, "delivered" as const)), (lines, statuses) => {
        const status = fulfilmentStatus({
          lines: lines.map(({ shipped, cancelled, open }) => ({ quantity: shipped + cancelled + open, quantityShipped: shipped, quantityCancelled: cancelled })),
          shipments: statuses.map((one) => ({ status: one })),
        });
        const open = lines.reduce((sum, one) => sum + one.open, 0);
        const shipped = lines.reduce((sum, one) => sum + one.shipped, 0);
        expect(status === "none").toBe(shipped === 0);
        expect(status === "partial").toBe(shipped > 0 && open > 0);
        if (status === "delivered") expect(statuses).not.toContain("shipped");
      }),
    );
  });
});

describe("orderPaymentStatus", () => {
  const payment = { status: "captured" as const, amountMinor: 100, capturedMinor: 100, refundedMinor: 0 };
  it("names what has been promised, taken and given back", () => {
    expect(orderPaymentStatus(100, [])).toBe("unpaid");
    expect(orderPaymentStatus(0, [])).toBe("unpaid");
    expect(orderPaymentStatus(0, [{ ...payment, amountMinor: 0, capturedMinor: 0 }])).toBe("paid");
    expect(orderPaymentStatus(100, [payment])).toBe("paid");
    expect(orderPaymentStatus(200, [payment])).toBe("partially_paid");
    expect(orderPaymentStatus(100, [{ ...payment, status: "authorised", capturedMinor: 0 }])).toBe("authorised");
    expect(orderPaymentStatus(100, [{ ...payment, status: "pending", capturedMinor: 0 }])).toBe("due");
    expect(orderPaymentStatus(100, [{ ...payment, refundedMinor: 40 }])).toBe("partially_refunded");
    expect(orderPaymentStatus(100, [{ ...payment, refundedMinor: 100 }])).toBe("refunded");
  });
});
