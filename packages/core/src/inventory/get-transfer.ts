import { transfers } from "@cartwright/db";
import { notFound, requirePermission, type Context } from "../kernel/index.ts";
import { loadTransferView } from "./find-transfer.ts";
import { isNumberOrId } from "./number-or-id.ts";
import type { TransferInput } from "./schemas.ts";
import type { TransferView } from "./views.ts";

/** A transfer by number or id. Errors: `transfer.not_found`, `access.*`. */
export async function getTransfer(ctx: Context, { transfer }: Pick<TransferInput, "transfer">): Promise<TransferView> {
  requirePermission(ctx, "stock.read");
  const [row] = await ctx.db.select({ id: transfers.id }).from(transfers).where(isNumberOrId(transfers, transfer));
  if (!row) throw notFound("transfer", transfer);
  return loadTransferView(ctx, row.id);
}
