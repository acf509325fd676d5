import { returns } from "@cartwright/db";
import type { ReturnStatus } from "@cartwright/db/constants/returns";
import { eq } from "drizzle-orm";
import type { Context } from "../kernel/index.ts";
import { recordOrderEvents, touchOrder } from "../orders/index.ts";
import type { ReturnRow } from "./load-return.ts";
import { requireReturnStep } from "./return-status.ts";

const eventOf = { approved: "return_approved", rejected: "return_rejected", cancelled: "return_cancelled" } as const;

/** Moves a return on, whose order is locked, and tells it in the order's story. Errors: `return.wrong_status`. */
export async function moveReturn(ctx: Context, row: ReturnRow, to: keyof typeof eventOf & ReturnStatus, note: string | null = row.note): Promise<void> {
  requireReturnStep(row, to);
  await ctx.db.update(returns).set({ status: to, note, updatedAt: ctx.clock.now() }).where(eq(returns.id, row.id));
  await recordOrderEvents(ctx, row.orderId, [{ type: eventOf[to], payload: { returnId: row.id }, reason: note }]);
  await touchOrder(ctx, row.orderId);
}
