import type { CartRow } from "../cart/index.ts";
import { newId } from "../kernel/index.ts";
import type { OrderDraft } from "../orders/index.ts";
import type { CheckoutView } from "./views.ts";

export interface DraftFacts {
  orderId: string;
  cart: CartRow;
  /** Complete: nothing is missing. */
  view: CheckoutView;
  lineTaxMinor: ReadonlyMap<string, number>;
  /** As the order keeps it: several are joined by `+`. */
  paymentMethod: string;
}

/** The order that a checkout would become, with names and prices as they are at this moment. */
export function draftOrder(facts: DraftFacts): Omit<OrderDraft, "accessToken"> {
  const { orderId, cart, view, lineTaxMinor } = facts;
  const { email, shippingAddress, shippingMethod, totals } = view;
  if (!email || !shippingAddress || !shippingMethod) throw new Error("a checkout is drafted only when nothing is missing");
  return {
    id: orderId,
    cartId: cart.id,
    accountId: cart.accountId,
    email,
    currency: cart.currency,
    linesMinor: totals.lines.amountMinor,
    discountMinor: totals.discount.amountMinor,
    discounts: totals.discounts.map(({ couponId, code, label, amount }) => ({ couponId, code, label, amountMinor: amount.amountMinor })),
    shippingMinor: totals.shipping.amountMinor,
    taxMinor: totals.tax.amountMinor,
    totalMinor: totals.total.amountMinor,
    pricesIncludeTax: totals.pricesIncludeTax,
    shippingAddress,
    billingAddress: view.billingAddress ?? shippingAddress,
    shippingMethodCode: shippingMethod.code,
    shippingMethodName: shippingMethod.name,
    paymentMethod: facts.paymentMethod,
    lines: view.cart.lines.map((line) => ({
      id: newId("oln"),
      variantId: line.variantId,
      productId: line.productId,
      productSlug: line.productSlug,
      productTitle: line.productTitle,
      variantTitle: line.variantTitle,
      sku: line.sku,
      imageUrl: line.imageUrl,
      quantity: line.quantity,
      unitPriceMinor: line.unitPrice.amountMinor,
      totalMinor: line.total.amountMinor,
      discountMinor: line.discount.amountMinor,
      taxRateBasisPoints: totals.taxRateBasisPoints,
      taxMinor: lineTaxMinor.get(line.id) ?? 0,
    })),
  };
}
