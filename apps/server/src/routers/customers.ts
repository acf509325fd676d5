import { eraseCustomer, exportCustomer, getCustomer, listCustomers, signOutCustomer } from "@cartwright/core/identity";
import { EraseCustomerInput, GetCustomerInput, ListCustomersInput } from "@cartwright/core/identity/schemas";
import { router, staffWith } from "../trpc.ts";

export const customersRouter = router({
  /** Customers with an account, the newest first; `text` is a part of name or address. Errors: `page.bad_cursor`, `access.*`. */
  list: staffWith("customers.read").input(ListCustomersInput).query(({ ctx, input }) => listCustomers(ctx.core, input)),
  /** A customer by id or e-mail address, or a guest by the address they ordered with. Errors: `customer.not_found`, `access.*`. */
  get: staffWith("customers.read").input(GetCustomerInput).query(({ ctx, input }) => getCustomer(ctx.core, input)),
  /** Everything the shop knows about somebody, as JSON; it is noted in the audit log. Errors: `customer.not_found`, `access.*`. */
  export: staffWith("customers.read").input(GetCustomerInput).mutation(({ ctx, input }) => exportCustomer(ctx.core, input)),
  /** Forgets somebody for good; of their orders stays what the books need. Errors: `customer.not_found`, `accounts.orders_open` with `orders`, `idempotency.key_reused`, `access.*`. */
  erase: staffWith("customers.write").input(EraseCustomerInput).mutation(({ ctx, input }) => eraseCustomer(ctx.core, input)),
  /** Ends a customer's sessions, and tells how many there were. Errors: `customer.not_found`, also for a guest, `access.*`. */
  signOut: staffWith("customers.write").input(GetCustomerInput).mutation(({ ctx, input }) => signOutCustomer(ctx.core, input)),
});
