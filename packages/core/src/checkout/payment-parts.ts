import { isOnPaper } from "../payments/schemas.ts";
import type { PaymentPart, PlaceOrderInput } from "./schemas.ts";

/** How a total is to be paid, in the order in which it is asked for: promises first, which nobody can refuse. */
export function paymentParts(input: PlaceOrderInput): PaymentPart[] {
  const { payments, paymentMethod, card, expectedTotalMinor } = input;
  const parts = payments ?? (paymentMethod ? [{ method: paymentMethod, amountMinor: expectedTotalMinor, ...(card ? { card } : {}) }] : []);
  return [...parts.filter((part) => isOnPaper(part.method)), ...parts.filter((part) => !isOnPaper(part.method))];
}

/** The ways to pay as the order keeps them: `bank_transfer+test_card`. */
export function paymentMethodOf(parts: readonly PaymentPart[]): string {
  return [...new Set(parts.map((part) => part.method))].join("+");
}
