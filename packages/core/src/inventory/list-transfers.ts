import { transfers } from "@cartwright/db";
import { and, desc, eq, lt } from "drizzle-orm";
import { countTotal, cutPage, decodeCursor, requirePermission, type Context, type Page } from "../kernel/index.ts";
import { loadTransferLines, transferView } from "./find-transfer.ts";
import { findLocations } from "./get-location.ts";
import type { ListTransfersInput } from "./schemas.ts";
import type { TransferRowView } from "./views.ts";

/** Transfers, newest first. Errors: `page.bad_cursor`, `access.*`. */
export async function listTransfers(ctx: Context, input: ListTransfersInput): Promise<Page<TransferRowView>> {
  requirePermission(ctx, "stock.read");
  const isMeant = input.status ? eq(transfers.status, input.status) : undefined;
  const before = input.cursor ? String(decodeCursor(input.cursor, ["string"])[0]) : null;
  const rows = await ctx.db
    .select()
    .from(transfers)
    .where(and(isMeant, before === null ? undefined : lt(transfers.id, before)))
    .orderBy(desc(transfers.id))
    .limit(input.limit + 1);
  const { shown, nextCursor } = cutPage(rows, input.limit, (row) => [row.id]);
  const places = await findLocations(ctx, shown.flatMap((row) => [row.fromLocationId, row.toLocationId]));
  const lines = await loadTransferLines(ctx, shown.map((row) => row.id));
  const items = shown.map((row) => {
    const { lines: _, ...item } = transferView(row, places, lines.filter((line) => line.transferId === row.id));
    return item;
  });
  return { items, nextCursor, total: await countTotal(ctx, ctx.db.select({ id: transfers.id }).from(transfers).where(isMeant)) };
}
