import type { returns } from "@cartwright/db";
import { ReturnReason } from "./schemas.ts";

const separator = ": ";

type Stored = Pick<typeof returns.$inferSelect, "reason" | "comment">;

/** Why goods come back, as a word of the list, and the buyer's own words. Older rows have both in one: `damaged: the lid is cracked`. */
export function readReason({ reason: stored, comment }: Stored): { reason: ReturnReason; comment: string | null } {
  const at = stored.indexOf(separator);
  const reason = ReturnReason.safeParse(at < 0 ? stored : stored.slice(0, at));
  return { reason: reason.data ?? "other", comment: comment ?? (at < 0 ? null : stored.slice(at + separator.length)) };
}
