import { accounts, apiTokens } from "@cartwright/db";
import { and, desc, eq, getTableColumns, lt } from "drizzle-orm";
import { countTotal, cutPage, decodeCursor, requirePermission, type Context, type Page } from "../../kernel/index.ts";
import { ownAccountId } from "../own-account.ts";
import type { ListApiTokensInput } from "../schemas.ts";
import type { ApiTokenView } from "../views.ts";
import { apiTokenView } from "./api-token-view.ts";

/** One's own tokens, newest first; everybody's with the permission `tokens.write`. Errors: `page.bad_cursor`, `access.*`. */
export async function listApiTokens(ctx: Context, { everybody, cursor, limit }: ListApiTokensInput): Promise<Page<ApiTokenView>> {
  if (everybody) requirePermission(ctx, "tokens.write");
  const matches = everybody ? undefined : eq(apiTokens.accountId, ownAccountId(ctx));
  const before = cursor ? String(decodeCursor(cursor, ["string"])[0]) : null;
  const rows = await ctx.db
    .select({ ...getTableColumns(apiTokens), ownerEmail: accounts.email })
    .from(apiTokens)
    .innerJoin(accounts, eq(accounts.id, apiTokens.accountId))
    .where(and(matches, before === null ? undefined : lt(apiTokens.id, before)))
    .orderBy(desc(apiTokens.id))
    .limit(limit + 1);
  const { shown, nextCursor } = cutPage(rows, limit, (row) => [row.id]);
  const total = await countTotal(ctx, ctx.db.select({ id: apiTokens.id }).from(apiTokens).where(matches));
  const now = ctx.clock.now();
  return { items: shown.map((row) => apiTokenView(row, now)), nextCursor, total };
}
