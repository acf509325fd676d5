import { inTransaction } from "@cartwright/db";
import { confirmPassword } from "../accounts/index.ts";
import { recordAudit, requirePermission, type Context } from "../kernel/index.ts";
import { findPerson, personOf } from "./find-person.ts";
import { loadPersonData } from "./load-person-data.ts";
import type { GetCustomerInput } from "./schemas.ts";
import type { PersonDataView } from "./views.ts";

/** Everything the shop knows about whoever asks, who gives the password once more. Errors: `accounts.wrong_password`, `access.sign_in_required`. */
export async function exportMyData(ctx: Context, input: { password?: string | undefined }): Promise<PersonDataView> {
  return loadPersonData(ctx, personOf(await confirmPassword(ctx, input)));
}

/**
 * The same about a customer, or about a guest by the address they ordered with, for staff; it is in the audit log.
 * Errors: `customer.not_found`, `access.*`.
 */
export async function exportCustomer(ctx: Context, { customer }: GetCustomerInput): Promise<PersonDataView> {
  requirePermission(ctx, "customers.read");
  return inTransaction(ctx, async (ctx) => {
    const person = await findPerson(ctx, customer);
    await recordAudit(ctx, { action: "customer.export", subject: person.accountId ?? "guest" });
    return loadPersonData(ctx, person);
  });
}
