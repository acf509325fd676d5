/** What kind of refusal it is; the server maps each to one tRPC code and HTTP status, the CLI to an exit code. */
export type ErrorCode =
  | "invalid"
  | "not_found"
  | "conflict"
  | "unauthenticated"
  | "forbidden"
  | "payment_failed"
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
  ) {
    super(message, options);
  }
}

/** `notFound("product", slug)` has the reason `product.not_found`. */
export function notFound(noun: string, what: string): DomainError {
  return new DomainError("not_found", `${noun}.not_found`, `There is no ${noun.replaceAll("_", " ")} "${what}".`, { [noun]: what });
}
