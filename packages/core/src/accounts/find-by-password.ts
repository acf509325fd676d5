import { accounts } from "@cartwright/db";
import { and, eq, isNull } from "drizzle-orm";
import type { Context } from "../kernel/index.ts";
import type { AccountRow } from "./account-view.ts";
import { hashPassword, isOutdated, verifyPassword } from "./password.ts";

/**
 * The living account with this address and password; null when they don't fit together, after the same argon2 work.
 * A hash that was made with older parameters is made anew.
 */
export async function findByPassword(ctx: Context, { email, password }: { email: string; password: string }): Promise<AccountRow | null> {
  const [account] = await ctx.db
    .select()
    .from(accounts)
    .where(and(eq(accounts.email, email), isNull(accounts.archivedAt)));
  const fits = await verifyPassword(account?.passwordHash, password);
  if (!account || !fits) return null;
  return isOutdated(account.passwordHash) ? rehash(ctx, account, password) : account;
}

async function rehash(ctx: Context, account: AccountRow, password: string): Promise<AccountRow> {
  const renewed = await hashPassword(password);
  // Not over a password that was changed meanwhile.
  const isSame = and(eq(accounts.id, account.id), eq(accounts.passwordHash, account.passwordHash));
  const [changed] = await ctx.db.update(accounts).set({ passwordHash: renewed }).where(isSame).returning();
  return changed ?? account;
}
