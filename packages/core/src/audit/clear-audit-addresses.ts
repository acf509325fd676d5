import { auditEntries } from "@cartwright/db";
import { and, inArray, isNotNull, lt } from "drizzle-orm";
import type { Context } from "../kernel/index.ts";
import { auditAddressDays } from "./schemas.ts";

const batch = 1_000;

/**
 * Takes the network addresses out of entries that are older than 90 days, a thousand at a time. Returns how many. Nothing
 * else of an entry is ever changed, here or elsewhere.
 */
export async function clearAuditAddresses(ctx: Context): Promise<number> {
  const before = new Date(ctx.clock.now().getTime() - auditAddressDays * 86_400_000);
  const isOld = and(lt(auditEntries.at, before), isNotNull(auditEntries.address));
  const old = ctx.db.select({ id: auditEntries.id }).from(auditEntries).where(isOld).orderBy(auditEntries.at).limit(batch);
  return (await ctx.db.update(auditEntries).set({ address: null }).where(inArray(auditEntries.id, old)).returning({ id: auditEntries.id })).length;
}
