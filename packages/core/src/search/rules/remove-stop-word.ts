import { searchStopWords } from "@cartwright/db";
import { eq } from "drizzle-orm";
import { notFound, recordAudit, requirePermission, type Context } from "../../kernel/index.ts";
import { changeRules, normalForm } from "./change-rules.ts";
import type { StopWordInput } from "./schemas.ts";
import type { StopWordView } from "./views.ts";

/** The word is looked for again. Those that are left out in every shop stay. Errors: `stop_word.not_found`, `search.no_words`, `access.*`. */
export async function removeStopWord(ctx: Context, input: StopWordInput): Promise<StopWordView> {
  requirePermission(ctx, "search.write");
  return changeRules(ctx, { procedure: "search.removeStopWord", body: input }, async (ctx) => {
    const word = normalForm(input.word, "word");
    const [removed] = await ctx.db.delete(searchStopWords).where(eq(searchStopWords.word, word)).returning();
    if (!removed) throw notFound("stop_word", input.word);
    await recordAudit(ctx, { action: "search_stop_word.remove", subject: word });
    return { word, createdAt: removed.createdAt.toISOString() };
  });
}
