import { cartReasons } from "@cartwright/core/cart/schemas";
import { readError } from "../../lib/api-error.ts";

/** Why a change of the cart was refused, in the shop's words. */
export function cartProblem(error: unknown): string {
  const { reason, details, message, fieldErrors } = readError(error);
  const available = Number(details["available"]);
  if (reason === cartReasons.insufficientStock && available > 0) return `Only ${available} left.`;
  if (reason === cartReasons.insufficientStock) return "That was the last one, and somebody else has it.";
  if (reason === cartReasons.quantityLimit) return `We send at most ${String(details["limit"])} of one thing at a time.`;
  if (reason === cartReasons.notForSale) return "This is not for sale at the moment.";
  if (reason === cartReasons.placing) return "Your order is being placed. Wait a moment before changing the cart.";
  return fieldErrors["quantity"]?.[0] ?? message;
}
