import { styleText } from "node:util";

type Format = Parameters<typeof styleText>[0];
type Paint = (text: string) => string;

export interface Style {
  bold: Paint;
  dim: Paint;
  red: Paint;
  green: Paint;
  yellow: Paint;
}

export function createStyle(isColor: boolean): Style {
  // Whether there is colour was decided by whoever asks, so newer Nodes need not look at process.stdout again.
  const paint =
    (format: Format): Paint =>
    (text) =>
      isColor && text !== "" ? styleText(format, text, { validateStream: false }) : text;
  return { bold: paint("bold"), dim: paint("dim"), red: paint("red"), green: paint("green"), yellow: paint("yellow") };
}

/** Text of the shop made harmless for a terminal: one line, and no control or direction-changing characters. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, "");
}
