import { isOnPaper, nothingToPay, type PaidBy } from "../payments/schemas.ts";
import type { PaymentPart, PlaceOrderInput } from "./schemas.ts";

export type PaidPart = Omit<PaymentPart, "method"> & { method: PaidBy };

/** How a total is to be paid, in the order in which it is asked for: promises first, which nobody can refuse. A total of nothing is paid by nothing. */
export function paymentParts(input: PlaceOrderInput): PaidPart[] {
  const { payments, paymentMethod, card, expectedTotalMinor } = input;
  if (expectedTotalMinor === 0) return [{ method: nothingToPay, amountMinor: 0 }];
  const parts = payments ?? (paymentMethod ? [{ method: paymentMethod, amountMinor: expectedTotalMinor, ...(card ? { card } : {}) }] : []);
  return [...parts.filter((part) => isOnPaper(part.method)), ...parts.filter((part) => !isOnPaper(part.method))];
}

/** The ways to pay as the order keeps them: `bank_transfer+test_card`. */
export function paymentMethodOf(parts: readonly PaidPart[]): string {
  return [...new Set(parts.map((part) => part.method))].join("+");
}
