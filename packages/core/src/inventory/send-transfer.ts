import { insertMany, stockLevels, stockMovements, transferLines, transfers } from "@cartwright/db";
import { and, eq, inArray, sql } from "drizzle-orm";
import { actorName, DomainError, newId, nextNumber, onceByKey, recordAudit, requirePermission, type Context } from "../kernel/index.ts";
import { loadTransferView } from "./find-transfer.ts";
import { getLocation, requireLiving } from "./get-location.ts";
import { insufficientStock } from "./hold-stock.ts";
import { lowStockFacts, noteLowStock } from "./note-low-stock.ts";
import type { SendTransferInput } from "./schemas.ts";
import type { TransferView } from "./views.ts";

type Line = SendTransferInput["lines"][number];

/**
 * Units leave one location for another, all lines or none. What is reserved stays. Errors: `inventory.insufficient_stock`
 * with `lines: { variantId, wanted, available }[]`, `transfer.same_location`, `location.not_found`, `access.*`.
 */
export async function sendTransfer(ctx: Context, input: SendTransferInput): Promise<TransferView> {
  requirePermission(ctx, "stock.adjust");
  const { idempotencyKey, ...body } = input;
  return onceByKey(ctx, { procedure: "inventory.sendTransfer", key: idempotencyKey, body }, async (ctx) => {
    const [from, to] = [await getLocation(ctx, input.from), await getLocation(ctx, input.to)];
    if (from.id === to.id) throw new DomainError("invalid", "transfer.same_location", "Send it to another location than it leaves.", { field: "to" });
    // By variant, as whoever takes several levels does.
    const lines = input.lines.toSorted((a, b) => (a.variantId < b.variantId ? -1 : 1));
    await takeAll(ctx, from.id, lines);
    const [id, number, now, actor] = [newId("trf"), await nextNumber(ctx.db, "transfer", 1), ctx.clock.now(), actorName(ctx.actor)];
    await ctx.db
      .insert(transfers)
      .values({ id, number, fromLocationId: from.id, toLocationId: to.id, status: "in_transit", note: input.note ?? null, actor, sentAt: now });
    await insertMany(ctx.db, transferLines, lines.map((line) => ({ transferId: id, ...line })));
    const movement = { locationId: from.id, kind: "transferred" as const, reason: `transfer ${number}`, actor, reference: id, at: now };
    const left = lines.map(({ variantId, quantity }) => ({ id: newId("mov"), variantId, quantity: -quantity, ...movement }));
    await insertMany(ctx.db, stockMovements, left);
    await requireLiving(ctx, [from, to]);
    await recordAudit(ctx, { action: "transfer.send", subject: id, after: { number, from: from.code, to: to.code, lines } });
    return loadTransferView(ctx, id);
  });
}

async function takeAll(ctx: Context, locationId: string, lines: readonly Line[]): Promise<void> {
  const refused: Line[] = [];
  for (const line of lines) if (!(await take(ctx, locationId, line))) refused.push(line);
  if (refused.length === 0) return;
  const ids = refused.map((line) => line.variantId);
  const free = sql<number>`${stockLevels.onHand} - ${stockLevels.reserved}`.mapWith(Number);
  const rows = await ctx.db
    .select({ variantId: stockLevels.variantId, free })
    .from(stockLevels)
    .where(and(eq(stockLevels.locationId, locationId), inArray(stockLevels.variantId, ids)));
  const freeOf = new Map(rows.map((row) => [row.variantId, Math.max(0, row.free)]));
  throw new DomainError("conflict", insufficientStock, "There is not enough stock left there that is not reserved.", {
    lines: refused.map(({ variantId, quantity }) => ({ variantId, wanted: quantity, available: freeOf.get(variantId) ?? 0 })),
  });
}

/** One conditional statement, so that no unit leaves that a buyer holds. */
async function take(ctx: Context, locationId: string, { variantId, quantity }: Line): Promise<boolean> {
  const levels = await ctx.db
    .update(stockLevels)
    .set({ onHand: sql`${stockLevels.onHand} - ${quantity}`, updatedAt: ctx.clock.now() })
    .where(
      and(
        eq(stockLevels.variantId, variantId),
        eq(stockLevels.locationId, locationId),
        sql`${stockLevels.onHand} - ${stockLevels.reserved} >= ${quantity}`,
      ),
    )
    .returning(lowStockFacts);
  await noteLowStock(ctx, levels);
  return levels.length > 0;
}
