import { lockRow, shippingMethods } from "@cartwright/db";
import { and, eq, isNull } from "drizzle-orm";
import { notFound, type Context } from "../kernel/index.ts";

/** A method to be changed, locked until the transaction ends. Errors: `shipping_method.not_found`. */
export async function lockShippingMethod(ctx: Context, code: string) {
  const isMeant = and(eq(shippingMethods.code, code), isNull(shippingMethods.archivedAt));
  const [row] = await lockRow(ctx.db.select().from(shippingMethods).where(isMeant));
  if (!row) throw notFound("shipping_method", code);
  return row;
}
