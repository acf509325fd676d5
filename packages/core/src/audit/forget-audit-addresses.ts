import { auditEntries } from "@cartwright/db";
import { and, inArray, isNotNull } from "drizzle-orm";
import type { Context } from "../kernel/index.ts";

/** Takes the network addresses out of what somebody did who is being forgotten, in that transaction. */
export async function forgetAuditAddresses(ctx: Context, accountId: string): Promise<void> {
  const isTheirs = inArray(auditEntries.actor, [`customer:${accountId}`, `staff:${accountId}`]);
  await ctx.db.update(auditEntries).set({ address: null }).where(and(isTheirs, isNotNull(auditEntries.address)));
}
