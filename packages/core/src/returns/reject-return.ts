import { onceByKey, recordAudit, requirePermission, type Context } from "../kernel/index.ts";
import { loadReturnView, lockReturn } from "./load-return.ts";
import { moveReturn } from "./move-return.ts";
import type { RejectReturnInput } from "./schemas.ts";
import type { ReturnView } from "./views.ts";

/** The goods may not come back; the note tells the buyer why. Errors: `return.not_found`, `return.wrong_status`, `access.*`. */
export async function rejectReturn(ctx: Context, input: RejectReturnInput): Promise<ReturnView> {
  requirePermission(ctx, "orders.write");
  const { idempotencyKey, ...body } = input;
  return onceByKey(ctx, { procedure: "returns.reject", key: idempotencyKey, body }, async (ctx) => {
    const { row } = await lockReturn(ctx, input.return);
    await moveReturn(ctx, row, "rejected", input.note);
    await recordAudit(ctx, { action: "return.reject", subject: row.id });
    return loadReturnView(ctx, row);
  });
}
