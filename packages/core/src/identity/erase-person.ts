import { accounts, inTransaction, lockRow, mailboxMessages } from "@cartwright/db";
import { and, eq, isNull } from "drizzle-orm";
import { clearAccount, confirmPassword } from "../accounts/index.ts";
import { accountReasons } from "../accounts/schemas.ts";
import { forgetAuditAddresses } from "../audit/index.ts";
import { forgetCarts, lockLivingCart } from "../cart/index.ts";
import { DomainError, forgetAnswers, notFound, onceByKey, recordAudit, requirePermission, type Context } from "../kernel/index.ts";
import { anonymiseOrders, listOpenOrders } from "../orders/index.ts";
import { forgetCouponUses } from "../promotions/index.ts";
import { forgetReturnWords } from "../returns/index.ts";
import { findPerson, personOf, type Person } from "./find-person.ts";
import type { EraseCustomerInput } from "./schemas.ts";
import type { ErasedView } from "./views.ts";

/**
 * Forgets whoever asks, who gives the password once more. Nothing brings the account back. Staff's accounts are ended by
 * their shop. Errors: `accounts.orders_open` with `orders`, `accounts.is_staff`, `accounts.wrong_password`, `access.sign_in_required`.
 */
export async function eraseMe(ctx: Context, input: { password?: string | undefined }): Promise<ErasedView> {
  const account = await confirmPassword(ctx, input);
  if (account.role !== "customer") throw new DomainError("conflict", accountReasons.isStaff, "A staff account can't be erased by its owner. Ask the shop's admin to end it.");
  return inTransaction(ctx, (ctx) => erase(ctx, personOf(account)));
}

/**
 * The same for staff, who were asked to: a customer, or a guest by the address they ordered with.
 * Errors: `customer.not_found`, `accounts.orders_open` with `orders`, `idempotency.key_reused`, `access.*`.
 */
export async function eraseCustomer(ctx: Context, { idempotencyKey, ...body }: EraseCustomerInput): Promise<ErasedView> {
  requirePermission(ctx, "customers.write");
  return onceByKey(ctx, { procedure: "customers.erase", key: idempotencyKey, body }, async (ctx) => erase(ctx, await findPerson(ctx, body.customer)));
}

/** Half a month: kept answers are no older than 14 days. */
const answerMilliseconds = 15 * 86_400_000;

async function erase(ctx: Context, person: Person): Promise<ErasedView> {
  const { accountId, email } = person;
  // Whoever is placing an order of the cart at this moment comes first, and the order is open then.
  if (accountId !== null) {
    await lockLivingCart(ctx, accountId);
    await lockCustomer(ctx, accountId);
  }
  await requireNothingOpen(ctx, person);
  const now = ctx.clock.now();
  const forgotten = await anonymiseOrders(ctx, person);
  const orderIds = forgotten.map(({ id }) => id);
  await forgetReturnWords(ctx, orderIds);
  await forgetCouponUses(ctx, orderIds);
  const cookies = await forgetCarts(ctx, person, forgotten.flatMap(({ cartId }) => cartId ?? []));
  const recent = forgotten.filter(({ updatedAt }) => now.getTime() - updatedAt.getTime() < answerMilliseconds);
  await forgetAnswers(ctx, {
    actors: [...cookies.map((hash) => `cart:${hash}`), ...(accountId === null ? [] : [`customer:${accountId}`, `staff:${accountId}`])],
    subjectIds: [...recent.map(({ id }) => id), ...(accountId === null ? [] : [accountId])],
  });
  await ctx.db.delete(mailboxMessages).where(eq(mailboxMessages.recipient, email));
  if (accountId !== null) {
    await clearAccount(ctx, accountId);
    await forgetAuditAddresses(ctx, accountId);
  }
  await recordAudit(ctx, { action: "customer.erase", subject: accountId ?? "guest", after: { orders: orderIds.length } });
  return { accountId, orders: orderIds.length, erasedAt: now.toISOString() };
}

/** Still there, and nobody has made them staff since they were looked up. */
async function lockCustomer(ctx: Context, accountId: string): Promise<void> {
  const isLiving = and(eq(accounts.id, accountId), eq(accounts.role, "customer"), isNull(accounts.archivedAt));
  const [living] = await lockRow(ctx.db.select({ id: accounts.id }).from(accounts).where(isLiving));
  if (!living) throw notFound("customer", accountId);
}

async function requireNothingOpen(ctx: Context, person: Person): Promise<void> {
  const orders = await listOpenOrders(ctx, person);
  if (orders.length === 0) return;
  const message = `These orders are not over yet: ${orders.slice(0, 10).join(", ")}${orders.length > 10 ? " …" : ""}. Their goods, returns or money are still on the way.`;
  throw new DomainError("conflict", accountReasons.ordersOpen, message, { orders });
}
