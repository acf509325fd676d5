/** Which cell of a row holds which column. Names are compared without case and surrounding space. */
export class CsvHeading {
  readonly #places = new Map<string, number>();
  readonly names: readonly string[];

  constructor(cells: readonly string[]) {
    this.names = cells.map((cell) => cell.trim());
    this.names.forEach((name, place) => {
      const key = name.toLowerCase();
      if (key !== "" && !this.#places.has(key)) this.#places.set(key, place);
    });
  }

  /** The place of the first of several names that the file has, or -1. */
  placeOf(...names: readonly string[]): number {
    for (const name of names) {
      const place = this.#places.get(name.toLowerCase());
      if (place !== undefined) return place;
    }
    return -1;
  }

  /** Names that are not among those that mean something here, for the one notice about them. */
  others(known: ReadonlySet<number>): string[] {
    return this.names.filter((name, place) => name !== "" && !known.has(place));
  }
}

const namesShown = 5;

/** The one notice about columns or fields that nobody reads. */
export function ignoredNotice(noun: "columns" | "fields", names: readonly string[]): string {
  const more = names.length > namesShown ? ` and ${names.length - namesShown} more` : "";
  return `These ${noun} mean nothing here and are left out: ${names.slice(0, namesShown).join(", ")}${more}.`;
}

/** `,` `;` or tab: what separates the names of the heading, outside quotes. */
export function detectDelimiter(text: string): string {
  const heading = firstRecord(text).replace(/"[^"]*"/g, "");
  const counts = [",", ";", "\t"].map((delimiter) => ({ delimiter, count: heading.split(delimiter).length }));
  return counts.toSorted((a, b) => b.count - a.count)[0]?.delimiter ?? ",";
}

/** The first line that is not empty, whose quoted names may hold newlines. */
export function firstRecord(text: string): string {
  const start = text.search(/[^\r\n]/);
  if (start < 0) return "";
  let isQuoted = false;
  for (let at = start; at < text.length; at += 1) {
    const char = text[at];
    if (char === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (char === "\n" || char === "\r")) return text.slice(start, at);
  }
  return text.slice(start);
}
