import { createAccount } from "../accounts/index.ts";
import { aCustomer, as, type TestContext } from "./make-context.ts";

export const aPassword = "three unlikely words";

/** A customer whose address is confirmed: the account, and a context in which they are signed in. */
export async function createCustomer(system: TestContext, given: { email?: string; name?: string; password?: string } = {}) {
  const { email = `${crypto.randomUUID()}@example.com`, name = "Robin Hale", password = aPassword } = given;
  const account = await createAccount(system, { email, name, password, role: "customer" });
  return { accountId: account.id, email, password, customer: as(system, aCustomer(account.id)) };
}
