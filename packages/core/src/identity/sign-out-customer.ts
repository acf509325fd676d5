import { endSessions } from "../accounts/index.ts";
import { notFound, onceByKey, recordAudit, requirePermission, type Context } from "../kernel/index.ts";
import { findPerson } from "./find-person.ts";
import type { GetCustomerInput } from "./schemas.ts";

/**
 * Signs a customer out everywhere, as when they say that somebody else is in their account. Returns how many sessions ended.
 * Errors: `customer.not_found`, also for a guest, `access.*`.
 */
export async function signOutCustomer(ctx: Context, input: GetCustomerInput): Promise<{ ended: number }> {
  requirePermission(ctx, "customers.write");
  return onceByKey(ctx, { procedure: "customers.signOut", body: input }, async (ctx) => {
    const { accountId } = await findPerson(ctx, input.customer);
    if (accountId === null) throw notFound("customer", input.customer);
    const ended = await endSessions(ctx, accountId);
    await recordAudit(ctx, { action: "customer.sign_out", subject: accountId, after: { ended } });
    return { ended };
  });
}
