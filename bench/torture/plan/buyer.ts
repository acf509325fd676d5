import type { Random } from "../../shop/random.ts";
import type { CardDrawer, PlannedCard } from "./cards.ts";

export interface BuyerPlan {
  /** Of what is left to chance on the way, such as the server that is asked. */
  seed: number;
  startsAfterMilliseconds: number;
  /** Whose e-mail address: some buyers are one customer in two places. */
  mailbox: number;
  /** Which customer signs in on the way, with a cart of their own that is merged; null for a guest. */
  customer: number | null;
  rounds: RoundPlan[];
}

/** One walk from an empty cart to an order, or to giving up. */
export interface RoundPlan {
  lines: { variant: number; quantity: number }[];
  /** Sets another quantity before the checkout, or takes the line out when it is 0. */
  change: { line: number; quantity: number } | null;
  coupon: string | null;
  /** Holds its goods when it comes to the checkout. */
  holds: boolean;
  /** Goes away before it pays, and leaves what it holds to run out. */
  givesUp: boolean;
  pays: PaymentPlan;
  /** Another tab orders the same cart at the same time: with the same key, or with one of its own. */
  secondTab: "none" | "same_key" | "other_key";
  /** Adds something while the order is being placed. */
  addsMeanwhile: boolean;
  /** Opens the link to the order once it has one. */
  looks: boolean;
  /** How a refused payment is tried again, under a new key. */
  thenPays: PaymentPlan | null;
}

export type PaymentPlan = PaymentPart | { method: "split"; parts: [PaymentPart, PaymentPart]; firstShare: number };
export type PaymentPart = { method: "test_card"; card: PlannedCard } | { method: "cash_on_delivery" | "bank_transfer" };

interface Offer {
  variants: number;
  coupons: readonly string[];
  mailboxes: number;
  cards: CardDrawer;
}

export function makeBuyer(random: Random, offer: Offer): BuyerPlan {
  return {
    seed: random.between(1, 1_000_000_000),
    startsAfterMilliseconds: random.chance(0.6) ? 0 : random.between(0, 150),
    mailbox: random.between(1, offer.mailboxes),
    customer: null,
    rounds: Array.from({ length: random.chance(0.2) ? 2 : 1 }, () => makeRound(random, offer)),
  };
}

function makeRound(random: Random, { variants, coupons, cards }: Offer): RoundPlan {
  const lines = Array.from({ length: random.chance(0.7) ? 1 : random.between(2, 3) }, () => ({
    variant: random.between(0, variants - 1),
    quantity: random.chance(0.6) ? 1 : random.between(2, 4),
  }));
  const change = random.chance(0.2) ? { line: random.between(0, lines.length - 1), quantity: random.between(0, 5) } : null;
  return {
    lines,
    change,
    coupon: coupons.length > 0 && random.chance(0.5) ? random.pick(coupons) : null,
    holds: random.chance(0.5),
    givesUp: random.chance(0.08),
    pays: makePayment(random, cards),
    secondTab: random.chance(0.25) ? random.pick(["same_key", "other_key"] as const) : "none",
    addsMeanwhile: random.chance(0.15),
    looks: random.chance(0.3),
    thenPays: random.chance(0.6) ? makePayment(random, cards) : null,
  };
}

function makePayment(random: Random, cards: CardDrawer): PaymentPlan {
  const card = (): PaymentPart => ({ method: "test_card", card: cards.draw() });
  const paper = (): PaymentPart => ({ method: random.pick(["cash_on_delivery", "bank_transfer"] as const) });
  if (random.chance(0.7)) return card();
  if (random.chance(0.4)) return paper();
  const parts: [PaymentPart, PaymentPart] = random.chance(0.5) ? [card(), card()] : [card(), paper()];
  return { method: "split", parts, firstShare: random.between(1, 99) / 100 };
}
