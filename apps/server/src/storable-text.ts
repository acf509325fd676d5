import { z } from "zod";

type Path = (string | number)[];
interface Problem {
  path: Path;
  message: string;
}

const nul = "This text has a character that can't be kept (NUL).";
/** What is asked for is flat, and the deepest is a product with its variants' options. */
const mostDepth = 24;
const tooDeep = `This is nested more than ${mostDepth} deep.`;

/** No database can be asked to keep the character NUL, and nobody nests that deep. Errors: the field that does, as zod would name it. */
export function requireStorableText(input: unknown): void {
  const problem = findProblem(input, 0);
  if (!problem) return;
  // Without the input: an error's own text has all of it, and can't be made of what is nested too deep.
  throw new z.ZodRealError([{ code: "custom", path: problem.path, input: undefined, message: problem.message }]);
}

function findProblem(input: unknown, depth: number): Problem | null {
  if (typeof input === "string") return input.includes("\0") ? { path: [], message: nul } : null;
  if (typeof input !== "object" || input === null) return null;
  if (depth >= mostDepth) return { path: [], message: tooDeep };
  // Without lists of entries: an import is looked through at every one of its values.
  if (Array.isArray(input)) {
    for (let i = 0; i < input.length; i += 1) {
      const inside = findProblem(input[i], depth + 1);
      if (inside) return within(String(i), inside);
    }
    return null;
  }
  for (const key of Object.keys(input)) {
    if (key.includes("\0")) return { path: ["a field's name"], message: nul };
    const inside = findProblem((input as Record<string, unknown>)[key], depth + 1);
    if (inside) return within(key, inside);
  }
  return null;
}

function within(key: string, { path, message }: Problem): Problem {
  return { path: [key, ...path], message };
}
