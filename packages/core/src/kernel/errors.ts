/** What kind of refusal it is; the server maps each to one tRPC code and HTTP status, the CLI to an exit code. */
export type ErrorCode =
  | "invalid"
  | "not_found"
  | "conflict"
  | "unauthenticated"
  | "forbidden"
  | "payment_failed"
  | "too_many"
  | "unavailable";

export type ErrorDetails = Record<string, unknown>;

/** A refusal that callers can expect. Branch on `reason`, show `message`, read facts from `details`. */
export class DomainError extends Error {
  override readonly name = "DomainError";

  constructor(
    readonly code: ErrorCode,
    readonly reason: string,
    message: string,
    readonly details: ErrorDetails = {},
    options?: ErrorOptions,
    /** It says nothing of what was asked: the same may go through in a moment, so it is not kept under a key. */
    readonly isPassing = false,
  ) {
    super(message, options);
  }
}

/** A refusal that asks to be asked again in a moment, under the same key. */
export function notNow(reason: string, message: string, details: ErrorDetails = {}): DomainError {
  return new DomainError("conflict", reason, message, details, undefined, true);
}

/** `notFound("product", slug)` has the reason `product.not_found`. */
export function notFound(noun: string, what: string): DomainError {
  return new DomainError("not_found", `${noun}.not_found`, `There is no ${noun.replaceAll("_", " ")} "${what}".`, { [noun]: what });
}
