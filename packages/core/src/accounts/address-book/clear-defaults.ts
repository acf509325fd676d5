import { accountAddresses } from "@cartwright/db";
import { and, eq } from "drizzle-orm";
import type { Context } from "../../kernel/index.ts";

/** Another address is about to be the default: those that are one stop being it. The caller holds the account's lock. */
export async function clearDefaults(ctx: Context, accountId: string, next: { isDefaultShipping?: boolean | undefined; isDefaultBilling?: boolean | undefined }): Promise<void> {
  const { isDefaultShipping, isDefaultBilling } = accountAddresses;
  const ofAccount = eq(accountAddresses.accountId, accountId);
  if (next.isDefaultShipping) await ctx.db.update(accountAddresses).set({ isDefaultShipping: false }).where(and(ofAccount, eq(isDefaultShipping, true)));
  if (next.isDefaultBilling) await ctx.db.update(accountAddresses).set({ isDefaultBilling: false }).where(and(ofAccount, eq(isDefaultBilling, true)));
}
