import { addCartLines, type WantedLine } from "../cart/index.ts";
import { onceByKey, type Context } from "../kernel/index.ts";
import { getOwnOrder, loadParts } from "../orders/index.ts";
import type { ReorderInput } from "./schemas.ts";
import type { ReorderedView } from "./views.ts";

/**
 * Puts what one of one's own orders was of into the cart, at today's prices. What is gone, sold out or fewer is told in
 * `notices`. Errors: `order.not_found`, `cart.placing`, `idempotency.key_reused`, `access.sign_in_required`.
 */
export async function reorder(ctx: Context, { idempotencyKey, ...body }: ReorderInput): Promise<ReorderedView> {
  return onceByKey(ctx, { procedure: "accounts.reorder", key: idempotencyKey, body }, async (ctx) => {
    const order = await getOwnOrder(ctx, { order: body.order });
    const wanted = new Map<string, WantedLine>();
    for (const { variantId, quantity, productTitle: title, variantTitle } of (await loadParts(ctx, order.id)).lines) {
      wanted.set(variantId, { variantId, quantity: quantity + (wanted.get(variantId)?.quantity ?? 0), title, variantTitle });
    }
    return addCartLines(ctx, [...wanted.values()]);
  });
}
