import { fold } from "./fold.ts";

const longestCode = 60;

/** An SKU or barcode as it is compared: without case, spaces and separators, "ab-12/x" is `ab12x`. Empty when nothing is left. */
export function codeKey(code: string): string {
  if (code.length > longestCode) return "";
  return code.split(/[^\p{L}\p{N}]+/u).map(fold).join("").slice(0, longestCode);
}

/** What in a query may be a code: all of it, and each piece of it that has a digit. */
export function codesIn(text: string): string[] {
  const pieces = text.slice(0, 500).split(/[\s,;]+/u).filter((piece) => /\d/.test(piece));
  const keys = [text.length <= longestCode ? codeKey(text) : "", ...pieces.slice(0, 10).map(codeKey)];
  return [...new Set(keys.filter((key) => key.length >= 3))];
}
