import { accountAddresses } from "@cartwright/db";
import { eq } from "drizzle-orm";
import { DomainError, newId, onceByKey, type Context } from "../../kernel/index.ts";
import { ownAccount, ownAccountId } from "../own-account.ts";
import { accountReasons, mostAddresses, type CreateAddressInput } from "../schemas.ts";
import type { KeptAddressView } from "../views.ts";
import { clearDefaults } from "./clear-defaults.ts";

/**
 * Adds to one's own address book; the first address is the default for both. Where it says that it is a default, the
 * one before is not any more.
 * Errors: `accounts.address_limit` with `limit`, `idempotency.key_reused`, `access.sign_in_required`.
 */
export async function createAddress(ctx: Context, input: CreateAddressInput): Promise<KeptAddressView> {
  ownAccountId(ctx);
  const { idempotencyKey, ...body } = input;
  return onceByKey(ctx, { procedure: "accounts.addresses.create", key: idempotencyKey, body }, async (ctx) => {
    const { id: accountId } = await ownAccount(ctx, { isLocked: true });
    const count = await ctx.db.$count(accountAddresses, eq(accountAddresses.accountId, accountId));
    if (count >= mostAddresses) {
      throw new DomainError("conflict", accountReasons.addressLimit, `An address book holds up to ${mostAddresses} addresses.`, { limit: mostAddresses });
    }
    const isFirst = count === 0;
    const view = { id: newId("adr"), address: input.address, isDefaultShipping: isFirst || input.isDefaultShipping, isDefaultBilling: isFirst || input.isDefaultBilling };
    await clearDefaults(ctx, accountId, view);
    const now = ctx.clock.now();
    await ctx.db.insert(accountAddresses).values({ ...view, accountId, createdAt: now, updatedAt: now });
    return view;
  });
}
