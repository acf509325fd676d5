import { loadCartView, type CartRow, type CartView } from "../cart/index.ts";
import type { Context } from "../kernel/index.ts";
import { offeredMethods } from "../payments/index.ts";
import { listShippingMethods } from "../shipping/index.ts";
import { findTaxRate } from "../tax/index.ts";
import { priceCheckout } from "./price-checkout.ts";
import type { CheckoutView } from "./views.ts";

/** A cart on its way to an order, priced for where it goes, with each line's tax. */
export async function loadCheckout(ctx: Context, cart: CartRow | null, cartView: CartView) {
  const country = cart?.shippingAddress?.country ?? ctx.shop.country;
  // What the buyer pays for the goods decides whether sending them is free.
  const methods = await listShippingMethods(ctx, { country, goodsMinor: cartView.total.amountMinor });
  const method = methods.find((candidate) => candidate.id === cart?.shippingMethodId) ?? null;
  const { lineTaxMinor, ...totals } = priceCheckout({
    lines: cartView.lines.filter((line) => line.isForSale),
    discounts: cartView.discounts,
    shippingMinor: method?.price.amountMinor ?? 0,
    taxRateBasisPoints: await findTaxRate(ctx, country),
    pricesIncludeTax: ctx.shop.pricesIncludeTax,
    currency: cartView.currency,
  });
  const missing: CheckoutView["missing"] = [];
  if (!cart?.email) missing.push("email");
  if (!cart?.shippingAddress) missing.push("shippingAddress");
  if (!method) missing.push("shippingMethod");
  const view: CheckoutView = {
    cart: cartView,
    email: cart?.email ?? null,
    shippingAddress: cart?.shippingAddress ?? null,
    billingAddress: cart?.billingAddress ?? null,
    countries: ctx.shop.countries,
    shippingMethods: methods,
    shippingMethod: method,
    paymentMethods: offeredMethods(ctx),
    totals,
    missing,
    ...heldFor(ctx, cart),
  };
  return { view, lineTaxMinor };
}

/** The same from the stored cart. */
export async function loadStoredCheckout(ctx: Context, cart: CartRow) {
  return loadCheckout(ctx, cart, await loadCartView(ctx, cart));
}

/** What has run out may be anybody's by now. */
function heldFor(ctx: Context, cart: CartRow | null): Pick<CheckoutView, "heldUntil" | "heldSeconds"> {
  const milliseconds = (cart?.heldUntil?.getTime() ?? 0) - ctx.clock.now().getTime();
  if (!cart?.heldUntil || milliseconds <= 0) return { heldUntil: null, heldSeconds: null };
  return { heldUntil: cart.heldUntil.toISOString(), heldSeconds: Math.floor(milliseconds / 1_000) };
}
