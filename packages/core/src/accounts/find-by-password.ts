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
  if (isOutdated(account.passwordHash)) await rehash(ctx, account, password);
  return account;
}

async function rehash(ctx: Context, { id, passwordHash }: AccountRow, password: string): Promise<void> {
  const renewed = await hashPassword(password);
  // Not over a password that was changed meanwhile.
  await ctx.db
    .update(accounts)
    .set({ passwordHash: renewed })
    .where(and(eq(accounts.id, id), eq(accounts.passwordHash, passwordHash)));
}
