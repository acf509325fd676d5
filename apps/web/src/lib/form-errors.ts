import type { z } from "zod";

/** What is wrong, by dotted path of the field; the first thing each. */
export type FieldErrors = Record<string, string | undefined>;

export function fieldErrors(error: z.ZodError): FieldErrors {
  const errors: FieldErrors = {};
  for (const issue of error.issues) errors[issue.path.join(".")] ??= issue.message;
  return errors;
}

/** The same from the server's answer. */
export function firstErrors(errors: Record<string, string[]>): FieldErrors {
  return Object.fromEntries(Object.entries(errors).map(([path, messages]) => [path, messages[0]]));
}
