import { emptyCart, loadCartView, type CartRow, type CartView } from "../cart/index.ts";
import type { Context } from "../kernel/index.ts";
import { offeredMethods } from "../payments/index.ts";
import { listShippingMethods, type ShippingMethodView } from "../shipping/index.ts";
import { findTaxRate } from "../tax/index.ts";
import { priceCheckout } from "./price-checkout.ts";
import type { CheckoutView } from "./views.ts";

/** A priced cart, and what it can be sent by. */
export interface SendableCart {
  cartView: CartView;
  methods: ShippingMethodView[];
}

/** A cart on its way to an order, priced for where it goes, with each line's tax. */
export async function loadCheckout(ctx: Context, cart: CartRow | null, { cartView, methods }: SendableCart) {
  const country = countryOf(ctx, cart);
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

/** The same from the stored cart; null is an empty one. */
export async function loadStoredCheckout(ctx: Context, cart: CartRow | null) {
  return loadCheckout(ctx, cart, await loadSendable(ctx, cart));
}

/** The stored cart and the ways to send it to where it goes. */
export async function loadSendable(ctx: Context, cart: CartRow | null): Promise<SendableCart> {
  const cartView = cart ? await loadCartView(ctx, cart) : emptyCart(ctx.shop.currency);
  // What the buyer pays for the goods decides whether sending them is free.
  const methods = await listShippingMethods(ctx, { country: countryOf(ctx, cart), goodsMinor: cartView.total.amountMinor });
  return { cartView, methods };
}

function countryOf(ctx: Context, cart: CartRow | null): string {
  return cart?.shippingAddress?.country ?? ctx.shop.country;
}

/** What has run out may be anybody's by now. */
function heldFor(ctx: Context, cart: CartRow | null): Pick<CheckoutView, "heldUntil" | "heldSeconds"> {
  const milliseconds = (cart?.heldUntil?.getTime() ?? 0) - ctx.clock.now().getTime();
  if (!cart?.heldUntil || milliseconds <= 0) return { heldUntil: null, heldSeconds: null };
  return { heldUntil: cart.heldUntil.toISOString(), heldSeconds: Math.floor(milliseconds / 1_000) };
}
