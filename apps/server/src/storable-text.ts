import { z } from "zod";

type Path = (string | number)[];

/** No database can be asked to keep the character NUL. Errors: the field that holds it, as zod would name it. */
export function requireStorableText(input: unknown): void {
  const path = findNul(input);
  if (!path) return;
  throw new z.ZodRealError([{ code: "custom", path, input, message: "This text has a character that can't be kept (NUL)." }]);
}

function findNul(input: unknown): Path | null {
  if (typeof input === "string") return input.includes("\0") ? [] : null;
  if (typeof input !== "object" || input === null) return null;
  // Without lists of entries: an import is looked through at every one of its values.
  if (Array.isArray(input)) {
    for (let i = 0; i < input.length; i += 1) {
      const inside = findNul(input[i]);
      if (inside) return [String(i), ...inside];
    }
    return null;
  }
  for (const key of Object.keys(input)) {
    if (key.includes("\0")) return ["a field's name"];
    const inside = findNul((input as Record<string, unknown>)[key]);
    if (inside) return [key, ...inside];
  }
  return null;
}
