import { transferLines, transfers } from "@cartwright/db";
import { and, eq, sql } from "drizzle-orm";
import { DomainError, onceByKey, recordAudit, requirePermission, type Context } from "../kernel/index.ts";
import { leftOf, loadTransferLines, loadTransferView, lockTransferUnderWay, type TransferLineRow } from "./find-transfer.ts";
import { putOnHand } from "./put-on-hand.ts";
import type { ReceiveTransferInput } from "./schemas.ts";
import type { TransferView } from "./views.ts";

type Line = NonNullable<ReceiveTransferInput["lines"]>[number];

/**
 * Units of a transfer arrive, all that are under way or the lines given; what is lost is on hand nowhere. It is closed
 * once all are accounted for. Errors: `transfer.too_many` with `lines: { variantId, given, inTransit }[]`,
 * `transfer.not_found`, `transfer.wrong_status`, `access.*`.
 */
export async function receiveTransfer(ctx: Context, input: ReceiveTransferInput): Promise<TransferView> {
  requirePermission(ctx, "stock.adjust");
  const { idempotencyKey, ...body } = input;
  return onceByKey(ctx, { procedure: "inventory.receiveTransfer", key: idempotencyKey, body }, async (ctx) => {
    const transfer = await lockTransferUnderWay(ctx, input.transfer);
    const sent = await loadTransferLines(ctx, [transfer.id]);
    const lines = input.lines ? checkLines(sent, input.lines) : allLeft(sent);
    for (const { variantId, received, lost } of lines) {
      await ctx.db
        .update(transferLines)
        .set({
          quantityReceived: sql`${transferLines.quantityReceived} + ${received}`,
          quantityLost: sql`${transferLines.quantityLost} + ${lost}`,
        })
        .where(and(eq(transferLines.transferId, transfer.id), eq(transferLines.variantId, variantId)));
      if (received === 0) continue;
      const why = { kind: "transferred" as const, reason: `transfer ${transfer.number}`, reference: transfer.id };
      await putOnHand(ctx, { variantId, locationId: transfer.toLocationId, quantity: received, ...why });
    }
    const left = (await loadTransferLines(ctx, [transfer.id])).reduce((units, line) => units + leftOf(line), 0);
    if (left === 0) await ctx.db.update(transfers).set({ status: "received", closedAt: ctx.clock.now() }).where(eq(transfers.id, transfer.id));
    await recordAudit(ctx, { action: "transfer.receive", subject: transfer.id, after: { lines, left } });
    return loadTransferView(ctx, transfer.id);
  });
}

function allLeft(sent: readonly TransferLineRow[]): Line[] {
  return sent.map((line) => ({ variantId: line.variantId, received: leftOf(line), lost: 0 })).filter((line) => line.received > 0);
}

/** In the order of the transfer's lines, which is the order in which levels are taken. */
function checkLines(sent: readonly TransferLineRow[], lines: readonly Line[]): Line[] {
  const inTransit = new Map(sent.map((line) => [line.variantId, leftOf(line)]));
  const tooMany = lines
    .map(({ variantId, received, lost }) => ({ variantId, given: received + lost, inTransit: inTransit.get(variantId) ?? 0 }))
    .filter((line) => line.given > line.inTransit);
  if (tooMany.length > 0) {
    throw new DomainError("conflict", "transfer.too_many", "That is more than is under way by this transfer.", { lines: tooMany });
  }
  return lines.toSorted((a, b) => (a.variantId < b.variantId ? -1 : 1));
}
