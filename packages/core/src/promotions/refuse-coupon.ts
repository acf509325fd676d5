import { DomainError, formatMoney } from "../kernel/index.ts";
import { couponReasons } from "./schemas.ts";
import type { CouponProblem } from "./views.ts";

/** The refusal of a code that does not count, at its field. An unknown code is told no more than that. */
export function refuseCoupon(code: string, problem: CouponProblem): DomainError {
  const { reason, missing, startsAt } = problem;
  const details = { field: "code", code, ...(missing ? { missing } : {}), ...(startsAt ? { startsAt } : {}) };
  return new DomainError(reason === "unknown" ? "not_found" : "conflict", couponReasons[reason], messageOf(code, problem), details);
}

function messageOf(code: string, { reason, missing }: CouponProblem): string {
  switch (reason) {
    case "unknown":
      return `There is no code ${code}.`;
    case "not_started":
      return `${code} does not count yet.`;
    case "ended":
      return `${code} has ended.`;
    case "used_up":
      return `${code} has been used up.`;
    case "used_by_you":
      return `You have used ${code} as often as it can be used.`;
    case "other_currency":
      return `${code} does not count in this currency.`;
    case "minimum_not_reached":
      return missing ? `${formatMoney(missing)} more to use ${code}.` : `There is not enough in the cart for ${code}.`;
  }
}
