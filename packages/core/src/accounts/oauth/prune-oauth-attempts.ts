import { oauthAttempts } from "@cartwright/db";
import { inArray, lt } from "drizzle-orm";
import type { Context } from "../../kernel/index.ts";

const batch = 1_000;

/** Removes ways to providers that ran out, a thousand at a time. Returns how many. */
export async function pruneOAuthAttempts(ctx: Context): Promise<number> {
  const old = ctx.db.select({ stateHash: oauthAttempts.stateHash }).from(oauthAttempts).where(lt(oauthAttempts.expiresAt, ctx.clock.now())).limit(batch);
  return (await ctx.db.delete(oauthAttempts).where(inArray(oauthAttempts.stateHash, old)).returning({ stateHash: oauthAttempts.stateHash })).length;
}
