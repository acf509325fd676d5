import { currencyDecimals, parseDecimal } from "@cartwright/core/kernel/money";

/** A value, or why it is none. */
export type Read<T> = { value: T; problem?: undefined } | { value?: undefined; problem: string };

/** The minor units of a price as a file writes it; a shop's prices are never negative. */
export function readPrice(text: string, currency: string): Read<number> {
  const value = parseDecimal(text, currency);
  if (value !== null && value >= 0) return { value };
  if (text.trim() === "") return { problem: "The price is missing." };
  if (value !== null) return { problem: `${shown(text)} is below zero.` };
  const decimals = currencyDecimals(currency);
  if (/^\d+\.\d+$/.test(text.trim())) return { problem: `${shown(text)} has more decimals than ${currency}, which has ${decimals}.` };
  return { problem: `${shown(text)} is not a price in ${currency}; write it like ${decimals === 0 ? "1290" : `12.${"90".padEnd(decimals, "0")}`}.` };
}

/** A whole number, also one written `12.0`. */
export function readWhole(text: string): Read<number> {
  const match = /^(-?\d{1,12})(?:\.0+)?$/.exec(text.trim());
  return match ? { value: Number(match[1]) } : { problem: `${shown(text)} is not a whole number.` };
}

/** A whole number from 0. */
export function readCount(text: string): Read<number> {
  const whole = readWhole(text);
  return whole.value !== undefined && whole.value < 0 ? { problem: `${shown(text)} is below zero.` } : whole;
}

export function readNumber(text: string): Read<number> {
  const value = Number(text);
  return text.trim() !== "" && Number.isFinite(value) ? { value } : { problem: `${shown(text)} is not a number.` };
}

export function readBoolean(text: string): Read<boolean> {
  const word = text.trim().toLowerCase();
  if (["true", "yes", "1"].includes(word)) return { value: true };
  if (["false", "no", "0"].includes(word)) return { value: false };
  return { problem: `${shown(text)} is neither true nor false.` };
}

/** `mens-shirts` is `Mens Shirts`. */
export function readableName(word: string): string {
  return word.replace(/[-_]+/g, " ").trim().replace(/(^|\s)\p{L}/gu, (start) => start.toUpperCase());
}

/** A value as a message quotes it. */
export function shown(text: string): string {
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);
}
