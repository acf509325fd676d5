import { formatMoney, type Money } from "@cartwright/core/kernel/money";

export { parseDecimal, toDecimal, type Money } from "@cartwright/core/kernel/money";

/** A price as the shop writes it. */
export function price(money: Money): string {
  return formatMoney(money, "en-GB");
}
