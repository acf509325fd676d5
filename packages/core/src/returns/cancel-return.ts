import { notFound, onceByKey, recordAudit, requirePermission, type Context } from "../kernel/index.ts";
import { getOwnOrder } from "../orders/index.ts";
import { loadReturnView, lockReturn } from "./load-return.ts";
import { moveReturn } from "./move-return.ts";
import type { CancelReturnInput } from "./schemas.ts";
import type { ReturnView } from "./views.ts";

/**
 * The goods stay where they are after all, as long as none of them has arrived. The buyer says how they may see the order;
 * without that it is staff's. Errors: `return.not_found`, `return.wrong_status`, `order.not_found`, `access.*`.
 */
export async function cancelReturn(ctx: Context, input: CancelReturnInput): Promise<ReturnView> {
  const { idempotencyKey, ...body } = input;
  const { access } = input;
  if (!access) requirePermission(ctx, "orders.write");
  return onceByKey(ctx, { procedure: "returns.cancel", key: idempotencyKey, body }, async (ctx) => {
    const own = access && (await getOwnOrder(ctx, access, { isLocked: true }));
    const { row } = await lockReturn(ctx, input.return);
    // Somebody else's return does not exist for a buyer.
    if (own && row.orderId !== own.id) throw notFound("return", input.return);
    await moveReturn(ctx, row, "cancelled");
    if (!own) await recordAudit(ctx, { action: "return.cancel", subject: row.id });
    return loadReturnView(ctx, row);
  });
}
