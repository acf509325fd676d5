import { parseDecimal, toDecimal } from "../../lib/money.ts";

const mostSteps = 200;

/** What the price slider runs over, in minor units: round ends around all prices, in round steps. */
export interface PriceScale {
  fromMinor: number;
  toMinor: number;
  stepMinor: number;
}

export function priceScale({ minMinor, maxMinor, currency }: { minMinor: number; maxMinor: number; currency: string }): PriceScale {
  const least = parseDecimal("1", currency) ?? 1;
  const stepMinor = roundStep((maxMinor - minMinor) / mostSteps, least);
  return { fromMinor: Math.floor(minMinor / stepMinor) * stepMinor, toMinor: Math.ceil(maxMinor / stepMinor) * stepMinor, stepMinor };
}

/** A chosen price as a place of the scale. */
export function placeOf(text: string | undefined, fallback: number, { scale, currency }: { scale: PriceScale; currency: string }): number {
  const minor = text === undefined ? null : parseDecimal(text, currency);
  return Math.min(Math.max(minor ?? fallback, scale.fromMinor), scale.toMinor);
}

/** As it stands in the address: without decimals that say nothing. */
export function priceText(minor: number, currency: string): string {
  return toDecimal(minor, currency).replace(/\.0+$/, "");
}

/** One, two or five times a power of ten, and no less than a whole unit. */
function roundStep(wanted: number, least: number): number {
  let step = least;
  for (let index = 0; step < wanted; index += 1) step *= index % 3 === 1 ? 2.5 : 2;
  return step;
}
