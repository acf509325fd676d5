import { searchStopWords } from "@cartwright/db";
import { DomainError, recordAudit, requirePermission, type Context } from "../../kernel/index.ts";
import { stopWords } from "../text/stop-words.ts";
import { changeRules, normalForm, requireRoom } from "./change-rules.ts";
import type { StopWordInput } from "./schemas.ts";
import type { StopWordView } from "./views.ts";

/**
 * A word that says nothing in this shop: searches leave it out, unless they have no other. Errors: `search.no_words`,
 * `search.not_one_word`, `search.stop_word_exists`, `search.too_many_rules`, `access.*`.
 */
export async function addStopWord(ctx: Context, input: StopWordInput): Promise<StopWordView> {
  requirePermission(ctx, "search.write");
  return changeRules(ctx, { procedure: "search.addStopWord", body: input }, async (ctx) => {
    const word = normalForm(input.word, "word");
    if (word.includes(" ")) throw new DomainError("invalid", "search.not_one_word", `"${input.word}" is more than one word. Add each by itself.`, { field: "word" });
    if (stopWords.has(word)) throw exists(word, "is left out in every shop");
    await requireRoom(ctx, searchStopWords);
    const now = ctx.clock.now();
    const added = await ctx.db.insert(searchStopWords).values({ word, createdAt: now }).onConflictDoNothing().returning();
    if (added.length === 0) throw exists(word, "is a stop word already");
    await recordAudit(ctx, { action: "search_stop_word.add", subject: word });
    return { word, createdAt: now.toISOString() };
  });
}

function exists(word: string, how: string): DomainError {
  return new DomainError("conflict", "search.stop_word_exists", `"${word}" ${how}.`, { word });
}
