import { accountAddresses } from "@cartwright/db";
import { asc, eq } from "drizzle-orm";
import type { Context } from "../../kernel/index.ts";
import { ownAccountId } from "../own-account.ts";
import type { KeptAddressView } from "../views.ts";

/** One's own address book, in the order in which it was written. Errors: `access.sign_in_required`. */
export async function listAddresses(ctx: Context): Promise<KeptAddressView[]> {
  return loadAddresses(ctx, ownAccountId(ctx));
}

/** Anybody's, for whom the caller has checked. */
export async function loadAddresses(ctx: Context, accountId: string): Promise<KeptAddressView[]> {
  const rows = await ctx.db.select().from(accountAddresses).where(eq(accountAddresses.accountId, accountId)).orderBy(asc(accountAddresses.id));
  return rows.map(({ id, address, isDefaultShipping, isDefaultBilling }) => ({ id, address, isDefaultShipping, isDefaultBilling }));
}
