import { accounts } from "@cartwright/db";
import { and, asc, gt } from "drizzle-orm";
import { countTotal, cutPage, decodeCursor, requirePermission, type Context, type Page } from "../../kernel/index.ts";
import type { ListStaffInput } from "../schemas.ts";
import type { StaffView } from "../views.ts";
import { isStaff, staffColumns, staffView } from "./staff-row.ts";

/** Everybody who works for the shop, the first one first. Errors: `page.bad_cursor`, `access.*`. */
export async function listStaff(ctx: Context, { cursor, limit }: ListStaffInput): Promise<Page<StaffView>> {
  requirePermission(ctx, "staff.read");
  const after = cursor ? String(decodeCursor(cursor, ["string"])[0]) : null;
  const rows = await ctx.db
    .select(staffColumns)
    .from(accounts)
    .where(and(isStaff, after === null ? undefined : gt(accounts.id, after)))
    .orderBy(asc(accounts.id))
    .limit(limit + 1);
  const { shown, nextCursor } = cutPage(rows, limit, (row) => [row.id]);
  const total = await countTotal(ctx, ctx.db.select({ id: accounts.id }).from(accounts).where(isStaff));
  return { items: shown.map(staffView), nextCursor, total };
}
