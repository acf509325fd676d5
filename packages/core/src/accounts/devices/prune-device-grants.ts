import { deviceGrants } from "@cartwright/db";
import { inArray, lt } from "drizzle-orm";
import type { Context } from "../../kernel/index.ts";

const keptDays = 1;
const batch = 1_000;

/** Removes device codes that ran out more than a day ago, a thousand at a time. Returns how many. */
export async function pruneDeviceGrants(ctx: Context): Promise<number> {
  const before = new Date(ctx.clock.now().getTime() - keptDays * 86_400_000);
  const old = ctx.db.select({ id: deviceGrants.id }).from(deviceGrants).where(lt(deviceGrants.expiresAt, before)).limit(batch);
  return (await ctx.db.delete(deviceGrants).where(inArray(deviceGrants.id, old)).returning({ id: deviceGrants.id })).length;
}
