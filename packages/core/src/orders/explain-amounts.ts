import type { AmountKind } from "./views.ts";
import { payloads } from "./event-payloads.ts";
import type { StoredEvent } from "./fold-order.ts";
import { balancesOf, isPromise, type OrderState } from "./order-state.ts";

type Signed = { kind: AmountKind; amountMinor: number };

/** What an event added to each kind of amount, signed; what it left alone is left out. */
export function amountsOf(event: StoredEvent, before: OrderState, after: OrderState): Signed[] {
  const change = (of: (state: OrderState) => number) => of(after) - of(before);
  const amounts: Signed[] = [
    ...worthAmounts(event, after),
    { kind: "promised", amountMinor: change(promised) },
    { kind: "captured", amountMinor: change((state) => balancesOf(state).capturedMinor) },
    { kind: "refunded", amountMinor: change((state) => balancesOf(state).refundedMinor) },
  ];
  return amounts.filter((amount) => amount.amountMinor !== 0);
}

function worthAmounts({ type, version, payload }: StoredEvent, { totals }: OrderState): Signed[] {
  const whole = { ...totals, goodsMinor: totals.linesMinor };
  if (type === "placed") return byKind(whole, 1);
  if (type === "return_received") return byKind(payloads.returnReceived.parse(payload), -1);
  if (type !== "cancelled" && type !== "line_cancelled") return [];
  return byKind(version === 1 ? whole : payloads.cancelled.parse(payload), -1);
}

interface ByKind {
  goodsMinor: number;
  discountMinor: number;
  shippingMinor: number;
  taxMinor: number;
}

function byKind(amounts: ByKind, sign: 1 | -1): Signed[] {
  return [
    { kind: "goods", amountMinor: sign * amounts.goodsMinor },
    { kind: "discount", amountMinor: -sign * amounts.discountMinor },
    { kind: "shipping", amountMinor: sign * amounts.shippingMinor },
    { kind: "tax", amountMinor: sign * amounts.taxMinor },
  ];
}

/** What is promised and not yet captured. */
function promised({ payments }: OrderState): number {
  return Object.values(payments).filter(isPromise).reduce((sum, payment) => sum + payment.amountMinor, 0);
}
