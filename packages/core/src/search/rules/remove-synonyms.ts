import { searchSynonyms } from "@cartwright/db";
import { eq } from "drizzle-orm";
import { notFound, recordAudit, requirePermission, type Context } from "../../kernel/index.ts";
import { changeRules } from "./change-rules.ts";
import type { RemoveSynonymsInput } from "./schemas.ts";
import { synonymsView } from "./synonyms-view.ts";
import type { SynonymsView } from "./views.ts";

/** The words mean no longer the same. Errors: `synonyms.not_found`, `access.*`. */
export async function removeSynonyms(ctx: Context, input: RemoveSynonymsInput): Promise<SynonymsView> {
  requirePermission(ctx, "search.write");
  return changeRules(ctx, { procedure: "search.removeSynonyms", body: input }, async (ctx) => {
    const [removed] = await ctx.db.delete(searchSynonyms).where(eq(searchSynonyms.id, input.synonyms)).returning();
    if (!removed) throw notFound("synonyms", input.synonyms);
    const { id, kind, terms, replacements } = removed;
    await recordAudit(ctx, { action: "search_synonyms.remove", subject: id, before: { kind, terms, replacements } });
    return synonymsView(removed);
  });
}
