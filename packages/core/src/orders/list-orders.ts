import { orders } from "@cartwright/db";
import { and, eq, like, or } from "drizzle-orm";
import { requirePermission, type Context, type Page } from "../kernel/index.ts";
import { pageOrders } from "./page-orders.ts";
import type { ListOrdersInput } from "./schemas.ts";
import type { OrderRowView } from "./views.ts";

/** All orders for staff, newest first. Errors: `page.bad_cursor`, `access.*`. */
export async function listOrders(ctx: Context, input: ListOrdersInput): Promise<Page<OrderRowView>> {
  requirePermission(ctx, "orders.read");
  const text = input.text?.toLowerCase();
  const number = text ? /^#?(\d{1,12})$/.exec(text)?.[1] : undefined;
  const matchesText = text
    ? or(like(orders.email, `%${text.replace(/[%_\\]/g, "")}%`), number ? eq(orders.number, Number(number)) : undefined)
    : undefined;
  return pageOrders(ctx, input, and(input.status ? eq(orders.status, input.status) : undefined, matchesText));
}
