import { searchRedirects } from "@cartwright/db";
import { asc } from "drizzle-orm";
import { requirePermission, type Context } from "../../kernel/index.ts";
import type { RedirectView } from "./views.ts";

/** Queries that open a page instead of a list, by the alphabet. Errors: `access.*`. */
export async function listRedirects(ctx: Context): Promise<RedirectView[]> {
  requirePermission(ctx, "search.read");
  const rows = await ctx.db.select().from(searchRedirects).orderBy(asc(searchRedirects.query));
  return rows.map(({ query, url, createdAt }) => ({ query, url, createdAt: createdAt.toISOString() }));
}
