import { ReturnReason } from "./schemas.ts";

const separator = ": ";

/** A return keeps its reason and the buyer's own words in one column: `damaged: the lid is cracked`. */
export function joinReason(reason: ReturnReason, comment: string | undefined): string {
  return comment === undefined ? reason : reason + separator + comment;
}

export function splitReason(stored: string): { reason: ReturnReason; comment: string | null } {
  const at = stored.indexOf(separator);
  const reason = ReturnReason.safeParse(at < 0 ? stored : stored.slice(0, at));
  return { reason: reason.data ?? "other", comment: at < 0 ? null : stored.slice(at + separator.length) };
}
