import type { Context } from "../kernel/index.ts";
import { paymentMethods, type PaymentMethod } from "./schemas.ts";

/** The ways to pay that buyers are offered: switched on, and for transfers the shop has told where they go. */
export function offeredMethods({ ports, shop }: Context): PaymentMethod[] {
  return paymentMethods.filter((method) => ports.gateways[method] && (method !== "bank_transfer" || shop.bankAccount !== ""));
}
