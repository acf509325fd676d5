import { parseDecimal } from "@cartwright/core/kernel/money";
import { InvalidArgumentError } from "commander";
import { UsageError } from "./errors.ts";

/** A whole number from 1. */
export function parseCount(text: string): number {
  const count = parseWhole(text);
  if (count < 1) throw new InvalidArgumentError("Give a whole number from 1.");
  return count;
}

export function parseWhole(text: string): number {
  if (!/^[+-]?\d{1,12}$/.test(text)) throw new InvalidArgumentError("Give a whole number.");
  return Number(text);
}

/** For an option that may be given several times. */
export function collect(text: string, before: string[] | undefined): string[] {
  return [...(before ?? []), text];
}

/** The minor units of a price typed as a decimal. */
export function parsePrice(text: string, currency: string, option: string): number {
  const amountMinor = parseDecimal(text, currency);
  if (amountMinor === null || amountMinor < 0) throw new UsageError(`${option} ${text}: not a price in ${currency}; write it like 12.90.`);
  return amountMinor;
}

/** Codes such as `DE,AT` as a list. */
export function parseCodes(text: string): string[] {
  return text.split(/[\s,]+/).filter((code) => code !== "");
}

/** The basis points of a rate typed as percent: `19` is 1900, `8.1` is 810. */
export function parsePercent(text: string): number {
  const [, whole, fraction = ""] = /^(\d{1,3})(?:\.(\d{1,2}))?%?$/.exec(text) ?? [];
  if (whole === undefined) throw new InvalidArgumentError("Give a rate in percent, such as 19 or 8.1.");
  return Number(whole + fraction.padEnd(2, "0"));
}
