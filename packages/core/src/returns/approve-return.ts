import { onceByKey, recordAudit, requirePermission, type Context } from "../kernel/index.ts";
import { loadReturnView, lockReturn } from "./load-return.ts";
import { moveReturn } from "./move-return.ts";
import type { ApproveReturnInput } from "./schemas.ts";
import type { ReturnView } from "./views.ts";

/** The buyer may send the goods back. Errors: `return.not_found`, `return.wrong_status`, `access.*`. */
export async function approveReturn(ctx: Context, input: ApproveReturnInput): Promise<ReturnView> {
  requirePermission(ctx, "orders.write");
  const { idempotencyKey, ...body } = input;
  return onceByKey(ctx, { procedure: "returns.approve", key: idempotencyKey, body }, async (ctx) => {
    const { row } = await lockReturn(ctx, input.return);
    await moveReturn(ctx, row, "approved", input.note);
    await recordAudit(ctx, { action: "return.approve", subject: row.id });
    return loadReturnView(ctx, row);
  });
}
