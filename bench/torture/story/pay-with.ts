import type { PaymentPart, PaymentPlan } from "../plan/buyer.ts";

/** The part of a placement that says how it is paid. */
export function payWith(pays: PaymentPlan, totalMinor: number): Record<string, unknown> {
  if (pays.method !== "split") return { paymentMethod: pays.method, ...cardOf(pays) };
  const [first, second] = pays.parts;
  // Too little to be split in two.
  if (totalMinor < 2) return { paymentMethod: first.method, ...cardOf(first) };
  const firstMinor = Math.min(totalMinor - 1, Math.max(1, Math.floor(totalMinor * pays.firstShare)));
  return {
    payments: [
      { method: first.method, amountMinor: firstMinor, ...cardOf(first) },
      { method: second.method, amountMinor: totalMinor - firstMinor, ...cardOf(second) },
    ],
  };
}

export function nameOf(pays: PaymentPlan): string {
  if (pays.method === "split") return pays.parts.map(nameOf).join(" + ");
  if (pays.method !== "test_card") return pays.method;
  return `card ${pays.card.isDeclined ? "declined" : pays.card.fault}`;
}

function cardOf(part: PaymentPart): Record<string, unknown> {
  return part.method === "test_card" ? { card: { number: part.card.number } } : {};
}
