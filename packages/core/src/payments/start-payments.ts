import { insertMany, payments, refunds } from "@cartwright/db";
import { and, eq, inArray, ne, sql } from "drizzle-orm";
import { DomainError, newId, type Context } from "../kernel/index.ts";
import { paymentReasons, type PaidBy } from "./schemas.ts";

export interface PaymentWish {
  method: PaidBy;
  amountMinor: number;
}

export interface PayableOrder {
  id: string;
  currency: string;
  /** What its buyer is to pay in all, in minor units. */
  worthMinor: number;
  /** Without any payment so far: none is looked for. */
  isNew: boolean;
}

/** A payment that was begun; its id is also the key that its gateway knows it by. */
export type BegunPayment<Wish extends PaymentWish = PaymentWish> = Wish & { id: string };

/**
 * Notes payments that gateways are about to be asked for (`started`), or promises that need no asking (`pending`).
 * The one place where an order gets payments: together they never exceed what it is worth. Call it in a transaction
 * that makes the order or holds its lock. Errors: `payment.exceeds_total` with `leftMinor`.
 */
export async function startPayments<Wish extends PaymentWish>(
  ctx: Context,
  order: PayableOrder,
  { wishes, status = "started" }: { wishes: readonly Wish[]; status?: "started" | "pending" },
): Promise<BegunPayment<Wish>[]> {
  const leftMinor = order.worthMinor - (order.isNew ? 0 : await livingMinor(ctx, order.id));
  if (wishes.reduce((sum, wish) => sum + wish.amountMinor, 0) > leftMinor) throw exceedsTotal(Math.max(0, leftMinor));
  const now = ctx.clock.now();
  const begun = wishes.map((wish) => ({ ...wish, id: newId("pay") }));
  const nothing = { authorisedMinor: 0, capturedMinor: 0, refundedMinor: 0 };
  await insertMany(
    ctx.db,
    payments,
    begun.map(({ id, method, amountMinor }) => ({
      id,
      orderId: order.id,
      gateway: method,
      status,
      currency: order.currency,
      amountMinor,
      ...nothing,
      idempotencyKey: id,
      createdAt: now,
      updatedAt: now,
    })),
  );
  return begun;
}

/**
 * Minor units that an order's living payments took or may still take, without what went back because the order is worth
 * less. What was given back out of goodwill was paid all the same.
 */
export async function livingMinor(ctx: Context, orderId: string): Promise<number> {
  const [row] = await ctx.db
    .select({ sum: sql<number>`coalesce(sum(${payments.amountMinor}), 0)`.mapWith(Number) })
    .from(payments)
    .where(and(eq(payments.orderId, orderId), inArray(payments.status, ["started", "pending", "authorised", "captured"])));
  return (row?.sum ?? 0) - (await refundedForWorth(ctx, orderId));
}

/** Minor units that went back, or are on their way, because an order is worth less. */
export async function refundedForWorth(ctx: Context, orderId: string): Promise<number> {
  const [row] = await ctx.db
    .select({ sum: sql<number>`coalesce(sum(${refunds.amountMinor}), 0)`.mapWith(Number) })
    .from(refunds)
    .innerJoin(payments, eq(payments.id, refunds.paymentId))
    .where(and(eq(payments.orderId, orderId), eq(refunds.purpose, "worth"), ne(refunds.status, "failed")));
  return row?.sum ?? 0;
}

function exceedsTotal(leftMinor: number): DomainError {
  const message = leftMinor === 0 ? "The order's payments come to its total already." : "Together with its other payments that is more than the order's total.";
  return new DomainError("conflict", paymentReasons.exceedsTotal, message, { field: "amountMinor", leftMinor });
}
