import { auditEntries, cartLines, carts, orders } from "@cartwright/db";
import { asc, eq, inArray } from "drizzle-orm";
import { loadAccountData } from "../accounts/index.ts";
import { actorName, type Context } from "../kernel/index.ts";
import { isOrderOf, loadOrderView } from "../orders/index.ts";
import { loadReturnViews } from "../returns/index.ts";
import type { Person } from "./find-person.ts";
import type { PersonDataView } from "./views.ts";

/** Everything the shop knows about somebody, as plain JSON. The caller has checked who asks. */
export async function loadPersonData(ctx: Context, person: Person): Promise<PersonDataView> {
  const { account, accountId, email } = person;
  const bought = await ctx.db.select().from(orders).where(isOrderOf(person)).orderBy(asc(orders.id));
  const withReturns: PersonDataView["orders"] = [];
  for (const order of bought) withReturns.push({ ...(await loadOrderView(ctx, order)), returns: await loadReturnViews(ctx, order) });
  return {
    exportedAt: ctx.clock.now().toISOString(),
    shop: ctx.shop.name,
    email,
    account: account ? await loadAccountData(ctx, account) : null,
    orders: withReturns,
    carts: accountId === null ? [] : await loadCarts(ctx, accountId),
    acts: accountId === null ? [] : await loadActs(ctx, accountId),
  };
}

async function loadCarts(ctx: Context, accountId: string): Promise<PersonDataView["carts"]> {
  const rows = await ctx.db.select().from(carts).where(eq(carts.accountId, accountId)).orderBy(asc(carts.id));
  if (rows.length === 0) return [];
  const lines = await ctx.db.select().from(cartLines).where(inArray(cartLines.cartId, rows.map(({ id }) => id))).orderBy(asc(cartLines.id));
  return rows.map(({ id, status, email, shippingAddress, billingAddress, couponCodes, createdAt, updatedAt }) => ({
    status,
    email,
    shippingAddress,
    billingAddress,
    couponCodes: couponCodes ?? [],
    lines: lines.filter(({ cartId }) => cartId === id).map(({ variantId, quantity }) => ({ variantId, quantity })),
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  }));
}

/** What the audit log says they did themselves. */
async function loadActs(ctx: Context, accountId: string): Promise<PersonDataView["acts"]> {
  const names = (["customer", "staff"] as const).map((kind) => actorName({ kind, id: accountId, permissions: [], cartToken: null }));
  const rows = await ctx.db.select().from(auditEntries).where(inArray(auditEntries.actor, names)).orderBy(asc(auditEntries.at), asc(auditEntries.id));
  return rows.map(({ at, action, subject, address }) => ({ at: at.toISOString(), action, subject, address }));
}
