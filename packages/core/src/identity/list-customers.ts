import { accounts, containsText, orders } from "@cartwright/db";
import { and, desc, eq, isNull, lt, or, sql } from "drizzle-orm";
import { countTotal, cutPage, decodeCursor, requirePermission, type Context, type Page } from "../kernel/index.ts";
import type { ListCustomersInput } from "./schemas.ts";
import type { CustomerRowView } from "./views.ts";

/** Customers with an account, the newest first, for staff. Errors: `page.bad_cursor`, `access.*`. */
export async function listCustomers(ctx: Context, { text, cursor, limit }: ListCustomersInput): Promise<Page<CustomerRowView>> {
  requirePermission(ctx, "customers.read");
  const before = cursor ? String(decodeCursor(cursor, ["string"])[0]) : null;
  const matches = and(
    eq(accounts.role, "customer"),
    isNull(accounts.archivedAt),
    text ? or(containsText(accounts.email, text), containsText(accounts.name, text)) : undefined,
  );
  const rows = await ctx.db
    .select({
      account: accounts,
      orders: sql<number>`(select count(*) from ${orders} where ${orders}."account_id" = ${accounts}."id" and ${orders}."status" <> 'pending')`.mapWith(Number),
    })
    .from(accounts)
    .where(and(matches, before === null ? undefined : lt(accounts.id, before)))
    .orderBy(desc(accounts.id))
    .limit(limit + 1);
  const { shown, nextCursor } = cutPage(rows, limit, ({ account }) => [account.id]);
  const total = await countTotal(ctx, ctx.db.select({ id: accounts.id }).from(accounts).where(matches));
  return { items: shown.map(({ account, orders }) => customerRow(account, orders)), nextCursor, total };
}

function customerRow({ id, email, name, emailVerifiedAt, wantsNewsletter, createdAt }: typeof accounts.$inferSelect, orders: number): CustomerRowView {
  return { id, email, name, isEmailVerified: emailVerifiedAt !== null, wantsNewsletter, orders, createdAt: createdAt.toISOString() };
}
