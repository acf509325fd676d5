import type { GatewayOutcome } from "@cartwright/core/payments";
import { appendFileSync, closeSync, fstatSync, mkdirSync, openSync, readSync } from "node:fs";
import { dirname } from "node:path";

export type BookEntry =
  | { kind: "charge"; key: string; outcome: GatewayOutcome; amountMinor: number }
  | { kind: "refund"; key: string; reference: string; amountMinor: number };

/**
 * What the test gateway took and gave back, one line an entry. Other servers of the same folder write into the same
 * file: what is not known is looked for in the lines that have come since.
 */
export function openBook(path: string) {
  mkdirSync(dirname(path), { recursive: true });
  // A line that a kill cut short ends here, so that the next one starts anew.
  appendFileSync(path, "\n");
  const charges = new Map<string, GatewayOutcome>();
  const refunds = new Map<string, { reference: string }>();
  let end = 0;
  const catchUp = () => {
    const { lines, readTo } = linesFrom(path, end);
    end = readTo;
    for (const entry of lines.flatMap(entryOf)) {
      if (entry.kind === "charge") charges.set(entry.key, entry.outcome);
      else refunds.set(entry.key, { reference: entry.reference });
    }
  };
  const find = <T>(known: ReadonlyMap<string, T>, key: string): T | null => {
    if (!known.has(key)) catchUp();
    return known.get(key) ?? null;
  };
  return {
    findCharge: (key: string) => find(charges, key),
    findRefund: (key: string) => find(refunds, key),
    write: (entry: BookEntry) => appendFileSync(path, `${JSON.stringify(entry)}\n`),
  };
}

/** The whole lines behind a place in the file, and where they end. */
function linesFrom(path: string, start: number): { lines: string[]; readTo: number } {
  const file = openSync(path, "r");
  try {
    const bytes = Buffer.alloc(Math.max(0, fstatSync(file).size - start));
    const length = readSync(file, bytes, 0, bytes.length, start);
    const whole = bytes.subarray(0, length).lastIndexOf("\n") + 1;
    return { lines: bytes.toString("utf8", 0, whole).split("\n"), readTo: start + whole };
  } finally {
    closeSync(file);
  }
}

/** What was not written whole was not answered either. */
function entryOf(line: string): BookEntry[] {
  try {
    // Only `write` writes lines, and what a kill cut short is no JSON.
    return line ? [JSON.parse(line) as BookEntry] : [];
  } catch {
    return [];
  }
}
