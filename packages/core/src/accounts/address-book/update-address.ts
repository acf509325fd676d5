import { accountAddresses, inTransaction } from "@cartwright/db";
import { and, eq } from "drizzle-orm";
import { notFound, type Context } from "../../kernel/index.ts";
import { ownAccount } from "../own-account.ts";
import type { UpdateAddressInput } from "../schemas.ts";
import type { KeptAddressView } from "../views.ts";
import { clearDefaults } from "./clear-defaults.ts";

/**
 * Changes what is given of one of one's own addresses, and makes it a default or not.
 * Errors: `address.not_found`, also for somebody else's, `access.sign_in_required`.
 */
export async function updateAddress(ctx: Context, { addressId, ...given }: UpdateAddressInput): Promise<KeptAddressView> {
  return inTransaction(ctx, async (ctx) => {
    const { id: accountId } = await ownAccount(ctx, { isLocked: true });
    await clearDefaults(ctx, accountId, given);
    const [row] = await ctx.db
      .update(accountAddresses)
      .set({ ...given, updatedAt: ctx.clock.now() })
      .where(and(eq(accountAddresses.id, addressId), eq(accountAddresses.accountId, accountId)))
      .returning();
    // What was cleared above is undone with it.
    if (!row) throw notFound("address", addressId);
    const { id, address, isDefaultShipping, isDefaultBilling } = row;
    return { id, address, isDefaultShipping, isDefaultBilling };
  });
}
