import { searchRedirects } from "@cartwright/db";
import { eq } from "drizzle-orm";
import { DomainError, recordAudit, requirePermission, type Context } from "../../kernel/index.ts";
import { changeRules, normalForm } from "./change-rules.ts";
import type { RemoveRedirectInput } from "./schemas.ts";
import type { RedirectView } from "./views.ts";

/** The query opens a list again. Errors: `redirect.not_found`, `search.no_words`, `access.*`. */
export async function removeRedirect(ctx: Context, input: RemoveRedirectInput): Promise<RedirectView> {
  requirePermission(ctx, "search.write");
  return changeRules(ctx, { procedure: "search.removeRedirect", body: input }, async (ctx) => {
    const query = normalForm(input.query, "query");
    const [removed] = await ctx.db.delete(searchRedirects).where(eq(searchRedirects.query, query)).returning();
    if (!removed) throw new DomainError("not_found", "redirect.not_found", `"${input.query}" is not led anywhere.`, { query });
    await recordAudit(ctx, { action: "search_redirect.remove", subject: query, before: { url: removed.url } });
    return { query, url: removed.url, createdAt: removed.createdAt.toISOString() };
  });
}
