import { containsText, coupons } from "@cartwright/db";
import { and, desc, lt, or } from "drizzle-orm";
import { countTotal, cutPage, decodeCursor, requirePermission, type Context, type Page } from "../kernel/index.ts";
import { isInState } from "./coupon-state.ts";
import { couponView } from "./coupon-view.ts";
import type { ListCouponsInput } from "./schemas.ts";
import type { CouponView } from "./views.ts";

/** Coupons, newest first. Two statements. Errors: `page.bad_cursor`, `access.*`. */
export async function listCoupons(ctx: Context, input: ListCouponsInput): Promise<Page<CouponView>> {
  requirePermission(ctx, "coupons.read");
  const now = ctx.clock.now();
  const matchesText = input.text ? or(containsText(coupons.code, input.text), containsText(coupons.name, input.text)) : undefined;
  const isMeant = and(isInState(input.state, now), matchesText);
  const before = input.cursor ? String(decodeCursor(input.cursor, ["string"])[0]) : null;
  const rows = await ctx.db
    .select()
    .from(coupons)
    .where(and(isMeant, before === null ? undefined : lt(coupons.id, before)))
    .orderBy(desc(coupons.id))
    .limit(input.limit + 1);
  const { shown, nextCursor } = cutPage(rows, input.limit, (row) => [row.id]);
  const total = await countTotal(ctx, ctx.db.select({ id: coupons.id }).from(coupons).where(isMeant));
  return { items: shown.map((row) => couponView(row, now)), nextCursor, total };
}
