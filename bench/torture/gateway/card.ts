/** What the gateway does with a charge, chosen by the buyer's seed and written into the card's number. */
export const chargeFaults = [
  "none",
  "lost_before",
  "lost_after",
  "late",
  "error_before",
  "error_after",
  "slow_after",
  "slow_before",
  "garbage",
  "late_error",
  "doubled",
] as const;
export type ChargeFault = (typeof chargeFaults)[number];

export const refundFaults = ["none", "lost_before", "lost_after", "error_before", "slow_after", "late", "doubled"] as const;
export type RefundFault = (typeof refundFaults)[number];

export interface Card {
  isDeclined: boolean;
  charge: ChargeFault;
  /** How many questions after the charge find nobody who answers. */
  deafFinds: number;
  refund: RefundFault;
  /** Of what is slow or late, up to 1,980. */
  delayMilliseconds: number;
  story: number;
  /** Tells the cards of a story apart. */
  serial: number;
}

const delayUnit = 20;

/** 19 digits that say it all, so that a seed decides every fault without the gateway knowing the seed. */
export function cardNumber(card: Card): string {
  return [
    "7",
    card.isDeclined ? "1" : "0",
    digits(chargeFaults.indexOf(card.charge), 2),
    digits(card.deafFinds, 1),
    digits(refundFaults.indexOf(card.refund), 1),
    digits(Math.round(card.delayMilliseconds / delayUnit), 2),
    digits(card.story, 7),
    digits(card.serial, 4),
  ].join("");
}

export function readCard(number: string): Card {
  const part = (from: number, length: number) => Number(number.slice(from, from + length));
  if (!/^7\d{18}$/.test(number)) return { isDeclined: false, charge: "none", deafFinds: 0, refund: "none", delayMilliseconds: 0, story: 0, serial: 0 };
  return {
    isDeclined: part(1, 1) === 1,
    charge: chargeFaults[part(2, 2)] ?? "none",
    deafFinds: part(4, 1),
    refund: refundFaults[part(5, 1)] ?? "none",
    delayMilliseconds: part(6, 2) * delayUnit,
    story: part(8, 7),
    serial: part(15, 4),
  };
}

function digits(value: number, length: number): string {
  return String(value).padStart(length, "0").slice(-length);
}
