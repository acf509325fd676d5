import { DomainError } from "./errors.ts";

/** The keys of a page's last row, as text that callers hand back unread. */
export function encodeCursor(keys: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(keys)).toString("base64url");
}

/** Errors: `page.bad_cursor` when it is not one that was handed out for this order of rows. */
export function decodeCursor(cursor: string, shape: readonly ("string" | "number")[]): (string | number)[] {
  try {
    const keys: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    if (Array.isArray(keys) && keys.length === shape.length && keys.every((key, i) => typeof key === shape[i] && isStorable(key))) {
      return keys;
    }
  } catch {
    // falls through to the one refusal below
  }
  throw new DomainError("invalid", "page.bad_cursor", "This page address is not valid. Start from the first page.", { field: "cursor" });
}

/** What no database would take can't have come from one. */
function isStorable(key: unknown): boolean {
  return typeof key === "string" ? !key.includes("\0") : Number.isSafeInteger(key);
}
