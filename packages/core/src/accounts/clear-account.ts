import {
  accountAddresses,
  accounts,
  accountTokens,
  accountTotp,
  apiTokens,
  deviceGrants,
  oauthAttempts,
  oauthIdentities,
  recoveryCodes,
} from "@cartwright/db";
import { eq } from "drizzle-orm";
import type { Context } from "../kernel/index.ts";
import { endSessions } from "./end-sessions.ts";

/**
 * Takes everything that is of a person out of their account and archives what is left, an id that orders name. Its
 * sessions, words, keys, second factor, providers and addresses are deleted. Call it inside the transaction that forgets
 * the person, who was checked by the caller.
 */
export async function clearAccount(ctx: Context, accountId: string): Promise<void> {
  await endSessions(ctx, accountId);
  for (const table of [accountAddresses, accountTokens, accountTotp, apiTokens, deviceGrants, oauthAttempts, oauthIdentities, recoveryCodes]) {
    await ctx.db.delete(table).where(eq(table.accountId, accountId));
  }
  const now = ctx.clock.now();
  const nothing = { email: "", name: "", passwordHash: "", permissions: null, emailVerifiedAt: null, wantsNewsletter: false, language: null, currency: null };
  await ctx.db.update(accounts).set({ ...nothing, updatedAt: now, archivedAt: now, erasedAt: now }).where(eq(accounts.id, accountId));
}
