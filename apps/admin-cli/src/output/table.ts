import Table from "cli-table3";
import { oneLine, type Style } from "./style.ts";

export interface Column<T> {
  heading: string;
  text: (item: T) => string | number;
  isRight?: boolean;
  /** May be cut short when the terminal is narrow. */
  isFlexible?: boolean;
  paint?: (text: string, item: T, style: Style) => string;
}

const noLines = {
  top: "", "top-mid": "", "top-left": "", "top-right": "", bottom: "", "bottom-mid": "", "bottom-left": "", "bottom-right": "",
  left: "", "left-mid": "", mid: "", "mid-mid": "", right: "", "right-mid": "", middle: "  ",
};
const gap = noLines.middle.length;
const narrowest = 8;

/** Columns under a heading, at most `width` wide as far as the flexible ones allow. */
export function renderTable<T>(columns: readonly Column<T>[], items: readonly T[], width: number, style: Style): string {
  const rows = items.map((item) => columns.map((column) => oneLine(String(column.text(item)))));
  const widths = fitWidths(columns, rows, width);
  const table = new Table({
    head: columns.map((column) => style.bold(column.heading)),
    colWidths: widths,
    colAligns: columns.map((column) => (column.isRight ? "right" : "left")),
    chars: noLines,
    style: { head: [], border: [], "padding-left": 0, "padding-right": 0, compact: true },
  });
  rows.forEach((cells, row) => {
    table.push(
      cells.map((cell, at) => {
        const paint = columns[at]?.paint;
        const item = items[row];
        return paint && item !== undefined ? paint(cell, item, style) : cell;
      }),
    );
  });
  return trimLineEnds(table.toString());
}

/** Tab-separated, without a heading: made for `cut` and `while read`. */
export function renderPlain<T>(columns: readonly Column<T>[], items: readonly T[]): string {
  return items.map((item) => columns.map((column) => oneLine(String(column.text(item)))).join("\t")).join("\n");
}

function fitWidths<T>(columns: readonly Column<T>[], rows: readonly string[][], width: number): number[] {
  const widths = columns.map((column, at) => rows.reduce((most, cells) => Math.max(most, displayWidth(cells[at] ?? "")), column.heading.length));
  let excess = widths.reduce((sum, each) => sum + each + gap, -gap) - width;
  while (excess > 0) {
    const widest = columns
      .map((column, at) => ({ at, width: widths[at] ?? 0, isFlexible: column.isFlexible === true }))
      .filter((each) => each.isFlexible && each.width > narrowest)
      .toSorted((a, b) => b.width - a.width)[0];
    if (!widest) break;
    widths[widest.at] = widest.width - 1;
    excess -= 1;
  }
  return widths;
}

// East Asian and emoji characters take two columns; close enough to lay out a table by.
export function displayWidth(text: string): number {
  let width = 0;
  for (const { segment } of graphemes.segment(text)) width += wide.test(segment) ? 2 : 1;
  return width;
}
const graphemes = new Intl.Segmenter();
const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}|\ufe0f/u;

function trimLineEnds(text: string): string {
  return text.replace(/[ \t]+$/gm, "");
}
