import { couponReasons } from "@cartwright/core/promotions/schemas";
import { readError } from "../../lib/api-error.ts";
import { formatDay } from "../../lib/date.ts";
import { price } from "../../lib/money.ts";
import type { CartView } from "./use-cart.ts";

type CartNotice = CartView["notices"][number];
export type NotCounted = Extract<CartNotice, { kind: "coupon_not_counted" }>;

/** What the cart says of a code that takes nothing off. */
export function findNotCounted(notices: readonly CartNotice[], code: string): NotCounted | undefined {
  return notices.filter((notice) => notice.kind === "coupon_not_counted").find((notice) => notice.code === code);
}

/** Why a code that is in the cart takes nothing off, and what would help. */
export function notCountedText({ code, reason, missing, startsAt }: NotCounted): string {
  switch (reason) {
    case "minimum_not_reached":
      return missing ? `${price(missing)} more to use ${code}.` : `There is not enough in the cart for ${code}.`;
    case "not_started":
      return startsAt ? `${code} counts from ${formatDay(startsAt)} on.` : `${code} does not count yet.`;
    case "ended":
      return `${code} has ended.`;
    case "used_up":
      return `${code} has been used up by now.`;
    case "used_by_you":
      return `You have used ${code} already.`;
    case "other_currency":
      return `${code} does not count in this currency.`;
    case "unknown":
      return `${code} does not count any more.`;
  }
}

/** Why a code was not taken, at its field. The server's own words but where the shop has friendlier ones. */
export function couponProblem(error: unknown): string {
  const { reason, message, fieldErrors } = readError(error);
  if (reason === couponReasons.unknown) return "We know no such code. Is it typed as it was printed?";
  return fieldErrors["code"]?.[0] ?? message;
}
