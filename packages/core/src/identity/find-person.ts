import { accounts, orders } from "@cartwright/db";
import { and, eq, isNull } from "drizzle-orm";
import type { AccountRow } from "../accounts/index.ts";
import { notFound, type Context } from "../kernel/index.ts";

/** Somebody who shops: with an account, or known by the address that they gave as a guest. */
export interface Person {
  account: AccountRow | null;
  accountId: string | null;
  email: string;
}

/** The customer with this id or e-mail address, or the guest who ordered with it. Errors: `customer.not_found`, also for staff. */
export async function findPerson(ctx: Context, handle: string): Promise<Person> {
  const isMeant = handle.includes("@") ? eq(accounts.email, handle) : eq(accounts.id, handle);
  const [account] = await ctx.db
    .select()
    .from(accounts)
    .where(and(isMeant, isNull(accounts.archivedAt)));
  if (account?.role === "customer") return personOf(account);
  const [order] = await ctx.db
    .select({ id: orders.id })
    .from(orders)
    .where(and(eq(orders.email, handle), isNull(orders.accountId)))
    .limit(1);
  if (!order || account) throw notFound("customer", handle);
  return { account: null, accountId: null, email: handle };
}

export function personOf(account: AccountRow): Person {
  return { account, accountId: account.id, email: account.email };
}
