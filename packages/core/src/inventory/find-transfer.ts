import { lockRow, transferLines, transfers } from "@cartwright/db";
import { asc, eq, inArray } from "drizzle-orm";
import { DomainError, notFound, type Context } from "../kernel/index.ts";
import { findLocations } from "./get-location.ts";
import { isNumberOrId } from "./number-or-id.ts";
import type { LocationRefView, TransferUnits, TransferView } from "./views.ts";

export type TransferRow = typeof transfers.$inferSelect;
export type TransferLineRow = typeof transferLines.$inferSelect;

/** A transfer that is under way, locked until the transaction ends. Errors: `transfer.not_found`, `transfer.wrong_status`. */
export async function lockTransferUnderWay(ctx: Context, handle: string): Promise<TransferRow> {
  const [row] = await lockRow(ctx.db.select().from(transfers).where(isNumberOrId(transfers, handle)));
  if (!row) throw notFound("transfer", handle);
  if (row.status === "in_transit") return row;
  throw new DomainError("conflict", "transfer.wrong_status", `Transfer ${row.number} is ${row.status} already.`, { status: row.status });
}

/** By transfer, then variant: the order in which levels are taken. */
export async function loadTransferLines(ctx: Context, transferIds: readonly string[]): Promise<TransferLineRow[]> {
  if (transferIds.length === 0) return [];
  return ctx.db
    .select()
    .from(transferLines)
    .where(inArray(transferLines.transferId, [...transferIds]))
    .orderBy(asc(transferLines.transferId), asc(transferLines.variantId));
}

export async function loadTransferView(ctx: Context, transferId: string): Promise<TransferView> {
  const [row] = await ctx.db.select().from(transfers).where(eq(transfers.id, transferId));
  if (!row) throw notFound("transfer", transferId);
  const places = await findLocations(ctx, [row.fromLocationId, row.toLocationId]);
  return transferView(row, places, await loadTransferLines(ctx, [row.id]));
}

export function transferView(row: TransferRow, places: ReadonlyMap<string, LocationRefView>, lines: readonly TransferLineRow[]): TransferView {
  const shown = lines.map((line) => ({ variantId: line.variantId, ...unitsOf(row, line) }));
  const sum = (pick: keyof TransferUnits) => shown.reduce((total, line) => total + line[pick], 0);
  return {
    id: row.id,
    number: row.number,
    from: placeOf(places, row.fromLocationId),
    to: placeOf(places, row.toLocationId),
    status: row.status,
    note: row.note,
    actor: row.actor,
    sentAt: row.sentAt.toISOString(),
    closedAt: row.closedAt?.toISOString() ?? null,
    units: { sent: sum("sent"), received: sum("received"), lost: sum("lost"), inTransit: sum("inTransit"), returned: sum("returned") },
    lines: shown,
  };
}

/** What is neither received nor lost is in transit, or went back when the transfer was cancelled. */
export function leftOf(line: TransferLineRow): number {
  return line.quantity - line.quantityReceived - line.quantityLost;
}

function unitsOf({ status }: TransferRow, line: TransferLineRow): TransferUnits {
  const left = leftOf(line);
  const isBack = status === "cancelled";
  return { sent: line.quantity, received: line.quantityReceived, lost: line.quantityLost, inTransit: isBack ? 0 : left, returned: isBack ? left : 0 };
}

function placeOf(places: ReadonlyMap<string, LocationRefView>, id: string): LocationRefView {
  const place = places.get(id);
  if (!place) throw new Error("a location is never deleted");
  return place;
}
