import { DomainError } from "../kernel/index.ts";
import { couponReasons } from "./schemas.ts";

/** A moment on the wire as it is stored; undefined stays what it is. */
export function momentOf(iso: string | null | undefined): Date | null | undefined {
  return typeof iso === "string" ? new Date(iso) : iso;
}

/** Errors: `coupon.ends_before_start`. */
export function checkDates({ startsAt, endsAt }: { startsAt: Date | null; endsAt: Date | null }): void {
  if (!startsAt || !endsAt || endsAt > startsAt) return;
  throw new DomainError("invalid", couponReasons.endsBeforeStart, "A coupon ends after it starts.", { field: "endsAt" });
}
