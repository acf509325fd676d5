import { formatMoney } from "@cartwright/core/kernel/money";
import type { Outputs } from "../../client.ts";
import type { Output } from "../../output/output.ts";
import type { Style } from "../../output/style.ts";
import type { Column } from "../../output/table.ts";

export type Coupon = Outputs["promotions"]["getCoupon"];

export const codeHelp = "the code, in any case, such as SPRING10";

export function couponColumns(out: Output): readonly Column<Coupon>[] {
  return [
    { heading: "Code", text: ({ code }) => code },
    { heading: "Name", text: ({ name }) => name, isFlexible: true },
    { heading: "State", text: stateText, paint: paintState },
    { heading: "Off", text: offText, isRight: true },
    { heading: "From", text: minimumText, isRight: true },
    { heading: "Used", text: usedText, isRight: true },
    { heading: "Each", text: ({ usageLimitPerCustomer }) => usageLimitPerCustomer ?? "", isRight: true },
    { heading: "Ends", text: ({ endsAt }) => (endsAt ? out.time(endsAt) : "") },
  ];
}

export function printCoupon(out: Output, coupon: Coupon): void {
  if (out.isJson) return out.json(coupon);
  const { code, name, startsAt, endsAt, usageLimitPerCustomer, archivedAt } = coupon;
  out.record([
    ["code", code],
    ["name", name],
    ["state", stateText(coupon)],
    ["off the goods", offText(coupon)],
    ["from", minimumText(coupon)],
    ["starts", startsAt ? out.time(startsAt) : null],
    ["ends", endsAt ? out.time(endsAt) : null],
    ["used", usedText(coupon)],
    ["uses a customer", usageLimitPerCustomer ?? "any number"],
    ["made", out.time(coupon.createdAt)],
    ...(archivedAt ? [["archived", out.time(archivedAt)] as const] : []),
  ]);
}

function stateText({ state }: Coupon): string {
  return state.replace("_", " ");
}

function paintState(text: string, { state }: Coupon, { green, yellow, dim }: Style): string {
  if (state === "active") return green(text);
  return state === "scheduled" || state === "used_up" ? yellow(text) : dim(text);
}

function offText({ percentBasisPoints, amountOff }: Coupon): string {
  if (amountOff) return formatMoney(amountOff);
  return `${(percentBasisPoints ?? 0) / 100}%`;
}

function minimumText({ minimum }: Coupon): string {
  return minimum.amountMinor === 0 ? "" : formatMoney(minimum);
}

function usedText({ used, usageLimit }: Coupon): string {
  return usageLimit === null ? String(used) : `${used} of ${usageLimit}`;
}
