import { DomainError } from "../kernel/index.ts";
import { nothingToPay } from "../payments/schemas.ts";
import type { PaidPart } from "./payment-parts.ts";
import { checkoutReasons } from "./schemas.ts";
import type { CheckoutView } from "./views.ts";

/**
 * Whether a checkout can be placed as the buyer saw it. What is short is found out by the hold, which may free what ran
 * out. Errors: `checkout.empty_cart`, `checkout.incomplete`, `checkout.cart_changed`, `checkout.total_changed`.
 */
export function checkReady(view: CheckoutView, parts: readonly PaidPart[], expectedTotalMinor: number): void {
  if (view.cart.lines.length === 0) throw new DomainError("conflict", checkoutReasons.emptyCart, "Your cart is empty.");
  if (view.missing.length > 0) throw incomplete("Some things are still missing.", view.missing);
  if (parts.some(({ method }) => method !== nothingToPay && !view.paymentMethods.includes(method))) throw incomplete("Choose another way to pay.", ["paymentMethod"]);
  if (parts.some((part) => part.method === "test_card" && !part.card)) throw incomplete("Give the card number.", ["card.number"]);
  if (view.cart.lines.some((line) => !line.isForSale)) {
    throw new DomainError("conflict", checkoutReasons.cartChanged, "Something in your cart can't be bought as it stands.", {
      notices: view.cart.notices,
    });
  }
  const { total } = view.totals;
  if (total.amountMinor !== expectedTotalMinor) {
    throw new DomainError("conflict", checkoutReasons.totalChanged, "The total has changed. Have a look before you order.", {
      expectedMinor: expectedTotalMinor,
      total,
      notices: view.cart.notices,
    });
  }
}

function incomplete(message: string, fields: readonly string[]): DomainError {
  return new DomainError("invalid", checkoutReasons.incomplete, message, { fields });
}
