import { DomainError } from "../errors.ts";

const longest = 500;

/** An error in one line without a stack, to be shown to staff. The values of a statement are left out: they may be personal. */
export function errorLine(error: unknown): string {
  if (!(error instanceof Error)) return cut(String(error));
  if ("query" in error && "params" in error) return error.cause === undefined ? "A statement failed." : errorLine(error.cause);
  return cut(error instanceof DomainError ? `${error.reason}: ${error.message}` : `${error.name}: ${error.message}`);
}

function cut(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim().slice(0, longest);
}
