import type { Block, Letter } from "./letter.ts";
import { oneLine } from "./one-line.ts";
import type { ShopFace } from "./shop-face.ts";

/** A letter as plain text: short paragraphs, links on lines of their own. */
export function letterText({ blocks }: Letter, shop: ShopFace): string {
  const parts = [...blocks.map(blockText), ["-- ", shop.name, shop.url].join("\n")];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function blockText(block: Block): string {
  switch (block.kind) {
    case "text":
      return oneLine(block.text, 2_000);
    case "heading":
      return oneLine(block.text).toUpperCase();
    case "action":
      return `${oneLine(block.label)}:\n${block.url}`;
    case "lines":
      return block.lines.map((line) => oneLine(line)).join("\n");
    case "goods":
      return block.goods.map(({ title, detail, quantity, amount }) => `${quantity} × ${withDetail(title, detail)}${amount ? `  ${amount}` : ""}`).join("\n");
    case "facts":
      return block.facts.map(({ label, value }) => `${oneLine(label)}: ${oneLine(value)}`).join("\n");
  }
}

function withDetail(title: string, detail: string): string {
  return detail === "" ? oneLine(title) : `${oneLine(title)} (${oneLine(detail)})`;
}
