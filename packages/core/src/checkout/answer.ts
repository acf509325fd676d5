import { createHmac } from "node:crypto";
import { DomainError, type Context, type ErrorCode, type ErrorDetails } from "../kernel/index.ts";
import type { PlacedOrderView } from "./views.ts";

/** How a try to place ended, as it is kept under its key. The access token is not kept: its hash is with the order. */
export type PlaceAnswer =
  | { order: Omit<PlacedOrderView, "accessToken"> }
  | { error: { code: ErrorCode; reason: string; message: string; details: ErrorDetails } };

/** Gives a kept answer to the buyer: the order again, or the same refusal again. */
export function replay(ctx: Context, idempotencyKey: string, answer: PlaceAnswer): PlacedOrderView {
  if ("order" in answer) {
    return { ...answer.order, accessToken: accessTokenOf(ctx, idempotencyKey, answer.order.orderId) };
  }
  const { code, reason, message, details } = answer.error;
  throw new DomainError(code, reason, message, details);
}

/**
 * The word in the confirmation link: only who holds the key and is the account (or, as a guest, holds the cart's cookie)
 * can make it again. An account's cookie does not count: it may be another one when the answer was lost.
 */
export function accessTokenOf(ctx: Context, idempotencyKey: string, orderId: string): string {
  const secret = ctx.actor.id ?? ctx.actor.cartToken ?? "";
  return createHmac("sha256", `${secret}:${idempotencyKey}`).update(orderId).digest("base64url");
}
