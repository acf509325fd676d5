import { searchRedirects } from "@cartwright/db";
import { DomainError, newId, recordAudit, requirePermission, type Context } from "../../kernel/index.ts";
import { normalise } from "../text/analyse.ts";
import { changeRules, normalForm, requireRoom } from "./change-rules.ts";
import type { SetRedirectInput } from "./schemas.ts";
import type { RedirectView } from "./views.ts";

/**
 * The query opens this page from now on, instead of a list. Errors: `search.no_words`, `search.redirect_circle` when it would
 * lead back to itself, `search.too_many_rules`, `access.*`.
 */
export async function setRedirect(ctx: Context, input: SetRedirectInput): Promise<RedirectView> {
  requirePermission(ctx, "search.write");
  return changeRules(ctx, { procedure: "search.setRedirect", body: input }, async (ctx) => {
    const query = normalForm(input.query, "query");
    const { url } = input;
    const known = await ctx.db.select().from(searchRedirects);
    const before = known.find((row) => row.query === query);
    requireEnd(new Map([...known.map((row) => [row.query, row.url] as const), [query, url]]), query);
    if (!before) await requireRoom(ctx, searchRedirects);
    const now = ctx.clock.now();
    const row = { id: newId("red"), query, url, createdAt: now };
    await ctx.db.insert(searchRedirects).values(row).onConflictDoUpdate({ target: searchRedirects.query, set: { url } });
    await recordAudit(ctx, { action: "search_redirect.set", subject: query, before: before && { url: before.url }, after: { url } });
    return { query, url, createdAt: (before?.createdAt ?? now).toISOString() };
  });
}

/** Follows redirects that lead to searches which are led elsewhere in their turn. */
function requireEnd(urls: ReadonlyMap<string, string>, from: string): void {
  const seen = new Set<string>();
  for (let query: string | null = from; query !== null; ) {
    if (seen.has(query)) throw new DomainError("conflict", "search.redirect_circle", "This would lead back to the same search, again and again.");
    seen.add(query);
    const url = urls.get(query);
    query = url === undefined ? null : queryIn(url);
  }
}

/** What a page of the shop searches for, in its normal form; null when it does not. */
function queryIn(url: string): string | null {
  if (!url.startsWith("/")) return null;
  const { pathname, searchParams } = new URL(url, "http://shop");
  return pathname.replace(/\/+$/, "") === searchPath ? normalise(searchParams.get(searchParameter) ?? "") : null;
}

/** Where the storefront's list of results is. */
const searchPath = "/search";
const searchParameter = "q";
