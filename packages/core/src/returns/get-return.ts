import { requirePermission, type Context } from "../kernel/index.ts";
import { getReturnRow, loadReturnView } from "./load-return.ts";
import type { GetReturnInput } from "./schemas.ts";
import type { ReturnView } from "./views.ts";

/** Any return, for staff, by id or number. Errors: `return.not_found`, `access.*`. */
export async function getReturn(ctx: Context, input: GetReturnInput): Promise<ReturnView> {
  requirePermission(ctx, "orders.read");
  return loadReturnView(ctx, await getReturnRow(ctx, input.return));
}
