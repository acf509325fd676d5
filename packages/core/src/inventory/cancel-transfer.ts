import { transfers } from "@cartwright/db";
import { eq } from "drizzle-orm";
import { onceByKey, recordAudit, requirePermission, type Context } from "../kernel/index.ts";
import { leftOf, loadTransferLines, loadTransferView, lockTransferUnderWay } from "./find-transfer.ts";
import { putOnHand } from "./put-on-hand.ts";
import type { TransferInput } from "./schemas.ts";
import type { TransferView } from "./views.ts";

/**
 * What is under way goes back to where it came from; what has arrived stays there.
 * Errors: `transfer.not_found`, `transfer.wrong_status`, `access.*`.
 */
export async function cancelTransfer(ctx: Context, input: TransferInput): Promise<TransferView> {
  requirePermission(ctx, "stock.adjust");
  const { idempotencyKey, ...body } = input;
  return onceByKey(ctx, { procedure: "inventory.cancelTransfer", key: idempotencyKey, body }, async (ctx) => {
    const transfer = await lockTransferUnderWay(ctx, input.transfer);
    const back = { locationId: transfer.fromLocationId, kind: "transferred" as const, reason: `transfer ${transfer.number} cancelled`, reference: transfer.id };
    let returned = 0;
    for (const line of await loadTransferLines(ctx, [transfer.id])) {
      const quantity = leftOf(line);
      if (quantity > 0) await putOnHand(ctx, { variantId: line.variantId, quantity, ...back });
      returned += quantity;
    }
    await ctx.db.update(transfers).set({ status: "cancelled", closedAt: ctx.clock.now() }).where(eq(transfers.id, transfer.id));
    await recordAudit(ctx, { action: "transfer.cancel", subject: transfer.id, after: { returned } });
    return loadTransferView(ctx, transfer.id);
  });
}
