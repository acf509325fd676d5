import { DomainError } from "@cartwright/core/kernel";

/** Errors: `idempotency.bad_key` when the header was sent and is no key. */
export function requireGoodKey(key: string | null | undefined): void {
  if (key === null || key === undefined || (key.length >= 8 && key.length <= 100)) return;
  throw new DomainError("invalid", "idempotency.bad_key", "The header Idempotency-Key must have 8 to 100 characters.", { header: "idempotency-key" });
}

/** The input with the key of the header, unless it brings its own. */
export function fillKey(input: unknown, key: string | null | undefined): unknown {
  if (!key || typeof input !== "object" || input === null || Array.isArray(input) || "idempotencyKey" in input) return input;
  return { ...input, idempotencyKey: key };
}
