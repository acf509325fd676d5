import type { Outputs } from "../../client.ts";
import type { Output } from "../../output/output.ts";
import type { Column } from "../../output/table.ts";
import { variantName, type VariantRef } from "../../variants.ts";

export type Levels = Outputs["inventory"]["getLevels"];
export type Level = Levels["levels"][number];

/** What the words of `<variant>` mean, for the help of every stock command. */
export const handleHelp = "a SKU, variant id, barcode, or the slug of a product with one variant";

export const levelColumns: readonly Column<Level>[] = [
  { heading: "Location", text: ({ location }) => location.code },
  { heading: "On hand", text: ({ onHand }) => onHand, isRight: true },
  { heading: "Reserved", text: ({ reserved }) => reserved, isRight: true },
  { heading: "Available", text: ({ available }) => available, isRight: true, paint: paintAvailable },
  { heading: "Low at", text: ({ lowStockThreshold }) => lowStockThreshold, isRight: true },
  { heading: "Backorder", text: ({ backorderLimit }) => backorderLimit, isRight: true },
];

export function paintAvailable(text: string, level: Level, { red, yellow }: { red: (text: string) => string; yellow: (text: string) => string }): string {
  if (level.available === 0 || level.isShort) return red(text);
  return level.available <= level.lowStockThreshold ? yellow(text) : text;
}

export function printLevels(out: Output, variant: VariantRef, levels: Levels): void {
  if (out.isJson) return out.json({ variant, ...levels });
  out.say(`${variantName(variant)} ${variant.sku ?? variant.id}`);
  out.list({ columns: levelColumns, items: levels.levels, empty: "It has no stock anywhere yet." });
  if (levels.levels.some((level) => level.isShort)) out.warn("Fewer are on hand than are promised to orders. Receive more, or cancel an order.");
}
