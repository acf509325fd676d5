import { accountAddresses, orders, sessions } from "@cartwright/db";
import { and, desc, eq, gt, ne } from "drizzle-orm";
import { requirePermission, systemClock, type Context } from "../kernel/index.ts";
import { isOrderOf, listOpenOrders } from "../orders/index.ts";
import { findPerson } from "./find-person.ts";
import type { GetCustomerInput } from "./schemas.ts";
import type { CustomerView } from "./views.ts";

const ordersShown = 10;

/**
 * One customer, or a guest by the address they ordered with, for staff: with the last orders, and those that keep them from
 * being erased. Errors: `customer.not_found`, `access.*`.
 */
export async function getCustomer(ctx: Context, { customer }: GetCustomerInput): Promise<CustomerView> {
  requirePermission(ctx, "customers.read");
  const person = await findPerson(ctx, customer);
  const { account, accountId, email } = person;
  const isTheirs = and(isOrderOf(person), ne(orders.status, "pending"));
  const last = await ctx.db.select().from(orders).where(isTheirs).orderBy(desc(orders.id)).limit(ordersShown);
  const isSignedIn = and(eq(sessions.userId, accountId ?? ""), gt(sessions.expiresAt, systemClock.now()));
  return {
    id: accountId,
    email,
    name: account?.name ?? last[0]?.billingAddress.name ?? "",
    isEmailVerified: (account?.emailVerifiedAt ?? null) !== null,
    wantsNewsletter: account?.wantsNewsletter ?? false,
    language: account?.language ?? null,
    currency: account?.currency ?? null,
    createdAt: account?.createdAt.toISOString() ?? null,
    addresses: accountId === null ? 0 : await ctx.db.$count(accountAddresses, eq(accountAddresses.accountId, accountId)),
    sessions: accountId === null ? 0 : await ctx.db.$count(sessions, isSignedIn),
    orders: await ctx.db.$count(orders, isTheirs),
    lastOrders: last.map(({ number, status, totalMinor: amountMinor, currency, placedAt }) => ({
      number,
      status,
      total: { amountMinor, currency },
      placedAt: placedAt.toISOString(),
    })),
    openOrders: await listOpenOrders(ctx, person),
  };
}
