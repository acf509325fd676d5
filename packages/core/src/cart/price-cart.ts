import type { SellableVariant } from "../catalog/index.ts";
import type { Money } from "../kernel/money.ts";
import type { CartLineView, CartNotice, CartView } from "./views.ts";

/** A line as it is stored. */
export interface StoredCartLine {
  id: string;
  variantId: string;
  quantity: number;
  unitPriceMinor: number;
}

/**
 * A cart at today's prices and stock, and what changed since its lines were stored.
 * Pure: nothing is written, so a read may show it; the next mutation stores it.
 */
export function priceCart(
  cart: { id: string; currency: string },
  stored: readonly StoredCartLine[],
  variants: ReadonlyMap<string, SellableVariant>,
): CartView {
  const { currency } = cart;
  const money = (amountMinor: number): Money => ({ amountMinor, currency });
  const lines = stored.map((line) => lineView(line, variants.get(line.variantId), currency));
  const notices = lines.flatMap((line, index) => noticesOf(line, stored[index]?.unitPriceMinor ?? line.unitPrice.amountMinor, money));
  const buyable = lines.filter((line) => line.isForSale);
  return {
    id: cart.id,
    currency,
    lines,
    quantity: lines.reduce((sum, line) => sum + line.quantity, 0),
    subtotal: money(buyable.reduce((sum, line) => sum + line.total.amountMinor, 0)),
    notices,
    canCheckOut: lines.length > 0 && lines.every((line) => line.isForSale && line.quantity <= line.available),
  };
}

export function emptyCart(currency: string): CartView {
  return { id: null, currency, lines: [], quantity: 0, subtotal: { amountMinor: 0, currency }, notices: [], canCheckOut: false };
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
