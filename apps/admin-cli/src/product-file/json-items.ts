import { UsageError } from "../errors.ts";
import { readText, type OnRead } from "./open-text.ts";

/** One element of the file's array of products. `value` is undefined when it is not JSON. */
export interface JsonItem {
  line: number;
  value: unknown;
  /** What is wrong with its JSON. */
  problem: string | null;
}

export interface JsonItems {
  /** The fields beside the array, of `{"format": …, "products": […]}`; empty for a bare array. */
  head: Record<string, unknown>;
  items: AsyncIterable<JsonItem>;
}

// Nothing a shop sells is longer; what is, is another kind of file or one that is broken.
const maxItemLength = 8_000_000;
const maxHeadLength = 1_000_000;

const quote = 0x22;
const backslash = 0x5c;
const newline = 0x0a;
const comma = 0x2c;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const openBrace = 0x7b;
const closeBrace = 0x7d;

/** The elements of a bare array, or of `products` in an object, one after the other and never all at once. */
export async function readJsonItems(path: string, onRead?: OnRead): Promise<JsonItems> {
  const chunks = readText(path, onRead)[Symbol.asyncIterator]();
  let text = "";
  let start: { head: Record<string, unknown>; at: number } | null = null;
  while (!start) {
    const { value, done } = await chunks.next();
    if (done || text.length > maxHeadLength) {
      throw new UsageError(`${path} has no list of products: it must be an array, or an object with "products".`);
    }
    text += value;
    start = findArray(text);
  }
  const { head, at } = start;
  return { head, items: splitItems(path, text.slice(at), countLines(text.slice(0, at)), chunks) };
}

/** Where the elements begin: behind the `[` of a bare array, or of the key `products`. */
export function findArray(text: string): { head: Record<string, unknown>; at: number } | null {
  const bare = /^\s*\[/.exec(text);
  if (bare) return { head: {}, at: bare[0].length };
  const keyed = /"products"\s*:\s*\[/g;
  for (let match = keyed.exec(text); match; match = keyed.exec(text)) {
    const before = text.slice(0, match.index);
    const head = parseHead(before);
    if (head) return { head, at: match.index + match[0].length };
  }
  return null;
}

// What stands before "products" is an object cut off, when the key is the top one's and not inside a text.
function parseHead(before: string): Record<string, unknown> | null {
  try {
    return JSON.parse(`${before.replace(/,\s*$/, "")}}`) as Record<string, unknown>;
  } catch {
    return null;
  }
}

async function* splitItems(path: string, first: string, firstLine: number, rest: AsyncIterator<string>): AsyncGenerator<JsonItem> {
  const scan: Scan = { text: first, at: 0, line: firstLine, itemStart: 0, itemLine: firstLine, depth: 0, isInText: false };
  try {
    while (true) {
      const items: JsonItem[] = [];
      const isComplete = scanItems(scan, items);
      yield* items;
      if (isComplete) return;
      const { value, done } = await rest.next();
      if (done || scan.text.length - scan.itemStart > maxItemLength) {
        throw new UsageError(`${path} ends in the middle of its list of products (line ${scan.itemLine}). Is it complete?`);
      }
      scan.text = scan.text.slice(scan.itemStart) + value;
      scan.at -= scan.itemStart;
      scan.itemStart = 0;
    }
  } finally {
    await rest.return?.();
  }
}

interface Scan {
  text: string;
  at: number;
  line: number;
  itemStart: number;
  itemLine: number;
  depth: number;
  isInText: boolean;
}

/** Takes the elements that end in the text at hand; true behind the last one. */
function scanItems(scan: Scan, items: JsonItem[]): boolean {
  const { text } = scan;
  let { at, line, depth, isInText } = scan;
  let isComplete = false;
  // Locals, because this loop sees every character of the file.
  for (; at < text.length && !isComplete; at += 1) {
    const code = text.charCodeAt(at);
    if (code === newline) line += 1;
    if (isInText) {
      if (code === backslash) at += 1;
      else if (code === quote) isInText = false;
    } else if (code === quote) {
      isInText = true;
    } else if (code === openBracket || code === openBrace) {
      depth += 1;
    } else if ((code === closeBracket || code === closeBrace) && depth > 0) {
      depth -= 1;
    } else if (depth === 0 && (code === comma || code === closeBracket)) {
      const item = text.slice(scan.itemStart, at);
      if (item.trim() !== "") items.push(parseItem(item, scan.itemLine + leadingLines(item)));
      scan.itemStart = at + 1;
      scan.itemLine = line;
      isComplete = code === closeBracket;
    }
  }
  Object.assign(scan, { at, line, depth, isInText });
  return isComplete;
}

function parseItem(text: string, line: number): JsonItem {
  try {
    return { line, value: JSON.parse(text), problem: null };
  } catch (error) {
    return { line, value: undefined, problem: `It is not JSON: ${error instanceof Error ? error.message.split("\n")[0] : "?"}` };
  }
}

/** The number of the line that a text ends on. */
function countLines(text: string): number {
  return text.split("\n").length;
}

function leadingLines(item: string): number {
  return countLines(/^\s*/.exec(item)?.[0] ?? "") - 1;
}
