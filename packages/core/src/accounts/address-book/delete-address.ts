import { accountAddresses } from "@cartwright/db";
import { and, eq } from "drizzle-orm";
import { notFound, onceByKey, type Context } from "../../kernel/index.ts";
import { ownAccountId } from "../own-account.ts";

/**
 * Takes one of one's own addresses out of the book; orders keep theirs.
 * Errors: `address.not_found`, `idempotency.key_reused`, `access.sign_in_required`.
 */
export async function deleteAddress(ctx: Context, input: { addressId: string }): Promise<void> {
  const accountId = ownAccountId(ctx);
  await onceByKey(ctx, { procedure: "accounts.addresses.delete", body: input }, async (ctx) => {
    const isMeant = and(eq(accountAddresses.id, input.addressId), eq(accountAddresses.accountId, accountId));
    const deleted = await ctx.db.delete(accountAddresses).where(isMeant).returning({ id: accountAddresses.id });
    if (deleted.length === 0) throw notFound("address", input.addressId);
  });
}
