/** An amount in the minor units of its currency: 1299 EUR is €12.99, 1299 JPY is ¥1,299. */
export interface Money {
  amountMinor: number;
  currency: string;
}

// ISO 4217: every currency whose minor unit is not a hundredth.
const decimalsByCurrency: Record<string, number> = {
  BIF: 0, CLP: 0, DJF: 0, GNF: 0, ISK: 0, JPY: 0, KMF: 0, KRW: 0, PYG: 0, RWF: 0, UGX: 0, VND: 0, VUV: 0,
  XAF: 0, XOF: 0, XPF: 0, BHD: 3, IQD: 3, JOD: 3, KWD: 3, LYD: 3, OMR: 3, TND: 3,
};

/** How many decimals the currency has: 0, 2 or 3. */
export function currencyDecimals(currency: string): number {
  return decimalsByCurrency[currency] ?? 2;
}

/** Written for people: `formatMoney({ amountMinor: 1299, currency: "EUR" })` is `€12.99` in `en`. */
export function formatMoney(money: Money, locale = "en"): string {
  return moneyFormat(money.currency, locale).format(money.amountMinor / 10 ** currencyDecimals(money.currency));
}

/** Making a format takes a hundred times as long as using it. */
const formats = new Map<string, Intl.NumberFormat>();

function moneyFormat(currency: string, locale: string): Intl.NumberFormat {
  const key = `${locale} ${currency}`;
  let format = formats.get(key);
  if (!format) {
    const decimals = currencyDecimals(currency);
    format = new Intl.NumberFormat(locale, { style: "currency", currency, minimumFractionDigits: decimals, maximumFractionDigits: decimals });
    formats.set(key, format);
  }
  return format;
}

/** The amount as a plain decimal, `12.99`, exact: no float is involved. */
export function toDecimal(amountMinor: number, currency: string): string {
  const decimals = currencyDecimals(currency);
  const sign = amountMinor < 0 ? "-" : "";
  const digits = String(Math.abs(amountMinor)).padStart(decimals + 1, "0");
  return decimals === 0 ? sign + digits : `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** Minor units of a plain decimal such as `12.99` or `12`, or null when it is none or has too many decimals. */
export function parseDecimal(text: string, currency: string): number | null {
  const match = /^(-?)(\d{1,13})(?:\.(\d+))?$/.exec(text.trim());
  if (!match) return null;
  const decimals = currencyDecimals(currency);
  const fraction = (match[3] ?? "").replace(/0+$/, "");
  if (fraction.length > decimals) return null;
  const amountMinor = Number(`${match[2]}${fraction.padEnd(decimals, "0")}`);
  return Number.isSafeInteger(amountMinor) ? (match[1] ? 0 - amountMinor : amountMinor) : null;
}

/** `amount × basisPoints / 10,000`, half away from zero. */
export function applyRate(amountMinor: number, basisPoints: number): number {
  return divideRounded(BigInt(amountMinor) * BigInt(basisPoints), 10_000n);
}

/** The tax inside an amount that already includes it. */
export function includedTax(grossMinor: number, basisPoints: number): number {
  return divideRounded(BigInt(grossMinor) * BigInt(basisPoints), BigInt(10_000 + basisPoints));
}

/** A total split by weights so that the shares add up to it exactly (largest remainder, earlier share first). */
export function splitByWeight(totalMinor: number, weights: readonly number[]): number[] {
  if (weights.length === 0) return [];
  const sum = weights.reduce((a, b) => a + BigInt(b), 0n);
  const even = sum === 0n;
  const parts = weights.map((weight, index) => {
    const numerator = BigInt(totalMinor) * (even ? 1n : BigInt(weight));
    const divisor = even ? BigInt(weights.length) : sum;
    return { index, share: Number(numerator / divisor), remainder: numerator % divisor };
  });
  let rest = totalMinor - parts.reduce((a, part) => a + part.share, 0);
  const step = rest < 0 ? -1 : 1;
  const bySize = parts.toSorted((a, b) => Number(abs(b.remainder) - abs(a.remainder)) || a.index - b.index);
  for (const part of bySize) {
    if (rest === 0) break;
    part.share += step;
    rest -= step;
  }
  return parts.map((part) => part.share);
}

/**
 * What the first `count` of `parts` equal shares of a total come to: the shares are those of `splitByWeight`, so that
 * taking them a few at a time ends at exactly the total.
 */
export function sumOfShares(totalMinor: number, parts: number, count: number): number {
  const share = Math.trunc(totalMinor / parts);
  const rest = totalMinor - share * parts;
  return share * count + Math.sign(rest) * Math.min(Math.abs(rest), count);
}

function divideRounded(numerator: bigint, divisor: bigint): number {
  const half = divisor / 2n;
  return Number((numerator >= 0n ? numerator + half : numerator - half) / divisor);
}

function abs(value: bigint): bigint {
  return value < 0n ? -value : value;
}
