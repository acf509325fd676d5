// How values are written into the cells of our own CSV, and read back as they were.

/** A line of CSV, every cell quoted that needs it. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => (needsQuotes.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(",")}\n`;
}
const needsQuotes = /[",;\t\r\n]|^\s|\s$/;

/** A spreadsheet runs text that begins with `=` and the like as a formula: an apostrophe before it says that it is text. */
export function guardText(text: string): string {
  return formula.test(text) ? `'${text}` : text;
}
const formula = /^'*[=+\-@\t\r]/;

/** The text that was guarded. */
export function readGuarded(cell: string): string {
  return guarded.test(cell) ? cell.slice(1) : cell;
}
const guarded = /^'+[=+\-@\t\r]/;

/** `Kitchen; Bath \; more`: values in one cell, separators inside them behind a backslash. */
export function joinList(values: readonly string[], separator = ";"): string {
  return values.map((value) => value.replace(/[\\;>]/g, "\\$&")).join(separator === ";" ? "; " : ` ${separator} `);
}

/** The values of a list; empty ones are left out. */
export function splitList(cell: string): string[] {
  return splitAt(cell, ";").map(unescapeText).filter((value) => value !== "");
}

/** `Kitchen > Cookware; Sale`: paths in one cell. */
export function joinPaths(paths: readonly (readonly string[])[]): string {
  return paths.map((path) => joinList(path, ">")).join("; ");
}

export function splitPaths(cell: string): string[][] {
  return splitAt(cell, ";")
    .map((path) => splitAt(path, ">").map(unescapeText).filter((name) => name !== ""))
    .filter((path) => path.length > 0);
}

export function splitAt(text: string, separator: string): string[] {
  const parts: string[] = [];
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === "\\") at += 1;
    else if (text[at] === separator) {
      parts.push(text.slice(start, at));
      start = at + 1;
    }
  }
  parts.push(text.slice(start));
  return parts;
}

export function unescapeText(text: string): string {
  return text.trim().replace(/\\(.)/gs, "$1");
}
