import { orders } from "@cartwright/db";
import { and, eq, ne } from "drizzle-orm";
import { DomainError, type Context, type Page } from "../kernel/index.ts";
import { pageOrders } from "./page-orders.ts";
import type { OrderRowView } from "./views.ts";

/** The signed-in customer's own orders, newest first. Errors: `access.sign_in_required`, `page.bad_cursor`. */
export async function listMyOrders(ctx: Context, input: { cursor?: string | null | undefined; limit: number }): Promise<Page<OrderRowView>> {
  return pageOrders(ctx, input, and(eq(orders.accountId, requireAccount(ctx)), ne(orders.status, "pending")));
}

/** Errors: `access.sign_in_required`. */
export function requireAccount(ctx: Context): string {
  const { id, kind } = ctx.actor;
  if (id !== null && kind !== "system") return id;
  throw new DomainError("unauthenticated", "access.sign_in_required", "Sign in to see your orders.");
}
