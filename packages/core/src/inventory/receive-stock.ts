import { onceByKey, recordAudit, requirePermission, type Context } from "../kernel/index.ts";
import { getLevels } from "./get-levels.ts";
import { getLocation, requireLiving } from "./get-location.ts";
import { putOnHand } from "./put-on-hand.ts";
import type { ReceiveStockInput } from "./schemas.ts";
import type { LevelsView } from "./views.ts";

/** Adds units that arrived to a level, which is made when it is new. Errors: `inventory.too_many_on_hand` with `most`, `location.not_found`, `access.*`. */
export async function receiveStock(ctx: Context, input: ReceiveStockInput): Promise<LevelsView> {
  requirePermission(ctx, "stock.adjust");
  const { idempotencyKey, ...body } = input;
  return onceByKey(ctx, { procedure: "inventory.receive", key: idempotencyKey, body }, async (ctx) => {
    const { variantId, quantity, reason = null, reference = null } = input;
    const location = await getLocation(ctx, input.location);
    await putOnHand(ctx, { variantId, locationId: location.id, quantity, kind: "received", reason, reference });
    await requireLiving(ctx, [location]);
    await recordAudit(ctx, { action: "stock.receive", subject: variantId, after: { quantity, location: location.code } });
    return getLevels(ctx, { variantId });
  });
}
