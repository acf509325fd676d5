import { outboxEvents as table } from "@cartwright/db";
import { and, eq, isNull, lte, notInArray, sql } from "drizzle-orm";
import type { Context } from "../context.ts";
import type { EventHandler } from "./event-handler.ts";

/**
 * Closes waiting events of types that nobody listens to. Returns how many. In a shop of several servers a type gets
 * its handler on all of them before any of them emits it.
 */
export async function closeUnheard(ctx: Context, handlers: readonly EventHandler[]): Promise<number> {
  const types = handlers.flatMap((handler) => handler.types);
  const now = ctx.clock.now();
  const isUnheard = and(
    // In the words of the index on what is open.
    sql`${table.status} in ('waiting', 'dead')`,
    eq(table.status, "waiting"),
    types.length > 0 ? notInArray(table.type, types) : undefined,
    lte(table.availableAt, now),
    isNull(table.leasedBy),
  );
  // Mostly there is nothing, which a read finds out without waiting for a writer.
  const [found] = await ctx.db.select({ seq: table.seq }).from(table).where(isUnheard).limit(1);
  if (!found) return 0;
  const closed = await ctx.db.update(table).set({ status: "done", closedAt: now }).where(isUnheard).returning({ seq: table.seq });
  return closed.length;
}
