import type { z } from "zod";
import { readError } from "./api-error.ts";

/** What is wrong, by dotted path of the field; the first thing each. */
export type FieldErrors = Record<string, string | undefined>;

export function fieldErrors(error: z.ZodError): FieldErrors {
  const errors: FieldErrors = {};
  for (const issue of error.issues) errors[issue.path.join(".")] ??= issue.message;
  return errors;
}

/** What the server found wrong with single fields. */
export function refusedFields(error: unknown): FieldErrors {
  if (!error) return {};
  const { fieldErrors, details, message } = readError(error);
  const field = details["field"];
  const errors: FieldErrors = typeof field === "string" ? { [field]: message } : {};
  for (const [path, [first]] of Object.entries(fieldErrors)) errors[path] = first;
  return errors;
}

/** Those of one part of the input, such as `shippingAddress.`, by the names of the part's own fields. */
export function errorsUnder(errors: FieldErrors, prefix: string): FieldErrors {
  const own = Object.entries(errors).filter(([path]) => path.startsWith(prefix));
  return Object.fromEntries(own.map(([path, message]) => [path.slice(prefix.length), message]));
}

/** Whether a refusal is said by a field of its form. */
export function isSaidByField(error: unknown): boolean {
  const { reason, details } = readError(error);
  return reason === "input.invalid" || typeof details["field"] === "string";
}
