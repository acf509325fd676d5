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
  for (const [key, value] of Object.entries(input)) {
    if (key.includes("\0")) return ["a field's name"];
    const inside = findNul(value);
    if (inside) return [key, ...inside];
  }
  return null;
}
