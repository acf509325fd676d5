/** The query string as plain names and values; a name that comes twice is a list. */
export type RawSearch = Record<string, string | string[]>;

export function parseSearch(text: string): RawSearch {
  const search: RawSearch = {};
  for (const [name, value] of new URLSearchParams(text)) {
    const before = search[name];
    search[name] = before === undefined ? value : [before, value].flat();
  }
  return search;
}

export function stringifySearch(search: Record<string, unknown>): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    for (const item of [value].flat()) {
      if (typeof item === "string" && item !== "") params.append(name, item);
    }
  }
  const text = params.toString();
  return text ? `?${text}` : "";
}

/** The first value of a name, if it has one. */
export function textOf(value: unknown): string | undefined {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return isText(first) ? first : undefined;
}

/** All values of a name, without empty ones and repeats. */
export function listOf(value: unknown): string[] {
  const items: unknown[] = Array.isArray(value) ? value : [value];
  return [...new Set(items.filter(isText))];
}

/** Control characters are in no text that people look for, and no database stores them all. */
function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "" && !/\p{Cc}/u.test(value);
}
