import { DomainError } from "../kernel/index.ts";

/** Something wrong with one field of what was sent, `variants.2.options.Size`. */
export interface Problem {
  field: string;
  message: string;
}

/** Errors: `product.invalid`, its details with `fieldErrors` by field, when there is any problem. */
export function refuseProblems(problems: readonly Problem[]): void {
  const [first] = problems;
  if (!first) return;
  const fieldErrors: Record<string, string[]> = {};
  for (const { field, message } of problems) (fieldErrors[field] ??= []).push(message);
  throw new DomainError("invalid", "product.invalid", first.message, { field: first.field, fieldErrors });
}
