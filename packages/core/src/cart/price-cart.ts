import type { SellableVariant } from "../catalog/index.ts";
import type { Money } from "../kernel/money.ts";
import { priceDiscounts, type EnteredCoupon } from "../promotions/index.ts";
import type { CartLineView, CartNotice, CartView } from "./views.ts";

/** A line as it is stored. */
export interface StoredCartLine {
  id: string;
  variantId: string;
  quantity: number;
  unitPriceMinor: number;
}

export interface CartFacts {
  stored: readonly StoredCartLine[];
  variants: ReadonlyMap<string, SellableVariant>;
  entered: readonly EnteredCoupon[];
  now: Date;
}

/**
 * A cart at today's prices, stock and discounts, and what changed since its lines were stored.
 * Pure: nothing is written, so a read may show it; the next mutation stores it.
 */
export function priceCart(cart: { id: string; currency: string }, { stored, variants, entered, now }: CartFacts): CartView {
  const { currency } = cart;
  const money = (amountMinor: number): Money => ({ amountMinor, currency });
  const full = stored.map((line) => lineView(line, variants.get(line.variantId), currency));
  const notices = full.flatMap((line, index) => noticesOf(line, stored[index]?.unitPriceMinor ?? line.unitPrice.amountMinor, money));
  const buyable = full.filter((line) => line.isForSale).map((line) => ({ id: line.id, totalMinor: line.total.amountMinor }));
  const { discounts, lineDiscountMinor, notCounted } = priceDiscounts({ lines: buyable, entered, currency, now });
  const lines = full.map((line) => ({ ...line, discount: money(lineDiscountMinor.get(line.id) ?? 0) }));
  const subtotalMinor = buyable.reduce((sum, line) => sum + line.totalMinor, 0);
  return {
    id: cart.id,
    currency,
    lines,
    quantity: lines.reduce((sum, line) => sum + line.quantity, 0),
    subtotal: money(subtotalMinor),
    discounts,
    couponCodes: entered.map(({ code }) => code),
    total: money(discounts.reduce((rest, discount) => rest - discount.amount.amountMinor, subtotalMinor)),
    notices: [...notices, ...notCounted.map((problem) => ({ kind: "coupon_not_counted" as const, ...problem }))],
    canCheckOut: lines.length > 0 && lines.every((line) => line.isForSale && line.quantity <= line.available),
  };
}

export function emptyCart(currency: string): CartView {
  const nothing: Money = { amountMinor: 0, currency };
  return {
    id: null,
    currency,
    lines: [],
    quantity: 0,
    subtotal: nothing,
    discounts: [],
    couponCodes: [],
    total: nothing,
    notices: [],
    canCheckOut: false,
  };
}

function lineView(line: StoredCartLine, variant: SellableVariant | undefined, currency: string): CartLineView {
  const unitMinor = variant?.price?.amountMinor ?? line.unitPriceMinor;
  return {
    id: line.id,
    variantId: line.variantId,
    productId: variant?.productId ?? "",
    productSlug: variant?.productSlug ?? "",
    productTitle: variant?.productTitle ?? "",
    variantTitle: variant?.variantTitle ?? "",
    sku: variant?.sku ?? null,
    imageUrl: variant?.imageUrl ?? null,
    quantity: line.quantity,
    unitPrice: { amountMinor: unitMinor, currency },
    compareAt: variant?.compareAt ?? null,
    total: { amountMinor: unitMinor * line.quantity, currency },
    discount: { amountMinor: 0, currency },
    available: variant?.available ?? 0,
    isForSale: variant?.isForSale ?? false,
  };
}

function noticesOf(line: CartLineView, storedMinor: number, money: (amountMinor: number) => Money): CartNotice[] {
  const about = { lineId: line.id, title: line.productTitle };
  if (!line.isForSale) return [{ kind: "not_for_sale", ...about }];
  const notices: CartNotice[] = [];
  if (line.unitPrice.amountMinor !== storedMinor) {
    notices.push({ kind: "price_changed", ...about, from: money(storedMinor), to: line.unitPrice });
  }
  if (line.quantity > line.available) {
    notices.push({ kind: "insufficient_stock", ...about, wanted: line.quantity, available: line.available });
  }
  return notices;
}
