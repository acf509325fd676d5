import { DomainError } from "@cartwright/core/kernel";
import { RateLimiterRes } from "rate-limiter-flexible";

/** What was refused, and may be asked again in so many seconds. Nothing of it is kept under a key. */
export function tooMany(milliseconds: number): DomainError {
  const seconds = Math.max(1, Math.ceil(milliseconds / 1_000));
  const message = `That was too much in a short time. Try again in ${inWords(seconds)}.`;
  return new DomainError("too_many", "request.too_many", message, { seconds }, undefined, true);
}

/** A limiter's answer that it is enough; what else it throws is thrown on. */
export function refusalIn(thrown: unknown): RateLimiterRes {
  if (thrown instanceof RateLimiterRes) return thrown;
  throw thrown;
}

function inWords(seconds: number): string {
  if (seconds < 90) return seconds === 1 ? "a second" : `${seconds} seconds`;
  return `${Math.ceil(seconds / 60)} minutes`;
}
