import { searchSynonyms, type SynonymKind } from "@cartwright/db";
import { DomainError, newId, recordAudit, requirePermission, type Context } from "../../kernel/index.ts";
import { changeRules, normalForm, requireRoom } from "./change-rules.ts";
import type { AddSynonymsInput } from "./schemas.ts";
import { synonymsView } from "./synonyms-view.ts";
import type { SynonymsView } from "./views.ts";

/**
 * Words that mean the same from now on; with replacements, words that also find what those find, and not the other way
 * round. Errors: `search.no_words`, `search.same_word`, `search.synonyms_exist`, `search.too_many_rules`, `access.*`.
 */
export async function addSynonyms(ctx: Context, input: AddSynonymsInput): Promise<SynonymsView> {
  requirePermission(ctx, "search.write");
  return changeRules(ctx, { procedure: "search.addSynonyms", body: input }, async (ctx) => {
    const kind: SynonymKind = input.replacements.length > 0 ? "one_way" : "both";
    const terms = spelled(input.terms, "terms");
    const replacements = spelled(input.replacements, "replacements");
    const needed = kind === "both" ? 2 : 1;
    if (terms.size < needed || [...terms.keys()].some((term) => replacements.has(term))) throw sameWord();
    await requireRoom(ctx, searchSynonyms);
    const key = keyOf(kind, [...terms.keys()], [...replacements.keys()]);
    const known = await ctx.db.select().from(searchSynonyms);
    const twin = known.find((row) => keyOf(row.kind, normal(row.terms), normal(row.replacements)) === key);
    if (twin) throw new DomainError("conflict", "search.synonyms_exist", `The shop has these synonyms already (${twin.id}).`, { synonyms: twin.id });
    const now = ctx.clock.now();
    const row = { id: newId("syn"), kind, terms: [...terms.values()], replacements: [...replacements.values()], createdAt: now, updatedAt: now };
    await ctx.db.insert(searchSynonyms).values(row);
    await recordAudit(ctx, { action: "search_synonyms.add", subject: row.id, after: { kind, terms: row.terms, replacements: row.replacements } });
    return synonymsView(row);
  });
}

/** As they were typed, by their normal form: each once. */
function spelled(texts: readonly string[], field: string): Map<string, string> {
  return new Map(texts.map((text, i) => [normalForm(text, `${field}.${i}`), text.toLowerCase().replace(/\s+/gu, " ")]));
}

const normal = (texts: readonly string[]) => texts.map((text) => normalForm(text, "terms"));

function keyOf(kind: string, terms: readonly string[], replacements: readonly string[]): string {
  return JSON.stringify([kind, terms.toSorted(), replacements.toSorted()]);
}

function sameWord(): DomainError {
  return new DomainError("invalid", "search.same_word", "A word is no synonym of itself: case, accents and hyphens do not matter.", { field: "terms" });
}
