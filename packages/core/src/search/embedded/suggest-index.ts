import { fullText, type Match } from "@cartwright/db";
import type { Context } from "../../kernel/index.ts";
import type { EngineSuggestions, SuggestQuery } from "../engine.ts";
import { keptDocuments, readDocuments } from "./kept-documents.ts";
import { getVocabulary } from "./load-vocabulary.ts";
import { planQuery, type QueryPlan } from "./plan.ts";
import { matchAllWords, matchCodesBeginning, matchNamed } from "./plan-match.ts";
import { rankDocuments } from "./rank.ts";
import { hasWord, wordNumber, type ReadDocument } from "./read-document.ts";

/** So many products are ranked: they show in an instant what a search would show at its leisure. */
const mostCandidates = 150;
const mostCompletions = 6;

/** Products and words for what is being typed. Takes any text; nothing for none. */
export async function suggestIndex(ctx: Context, { text, limit, rules }: SuggestQuery): Promise<EngineSuggestions> {
  const { index, vocabulary } = await getVocabulary(ctx);
  const kept = keptDocuments(ctx, index);
  for (const isLenient of [false, true]) {
    const plan = planQuery(text, { vocabulary, rules, isTyping: true, isLenient });
    const words = matchAllWords(plan);
    if (words === null) break;
    const match: Match = { any: [words, ...matchCodesBeginning(plan)] };
    const wish = { slot: index.slot, order: "best" } as const;
    let docs = await fullText.find(ctx.db, { ...wish, match, limit: mostCandidates });
    if (docs.length === mostCandidates) {
      const named = await fullText.find(ctx.db, { ...wish, match: matchNamed(plan), limit: mostCandidates });
      if (named.length >= limit) docs = named;
    }
    if (docs.length === 0) continue;
    const documents = await readDocuments(ctx, kept, docs);
    const ranked = rankDocuments(documents, { plan, isPartial: false, complete: null, most: limit });
    return {
      products: ranked.map(({ document }) => document.productId),
      matchedTerms: [...new Set(plan.words.flatMap(({ alternatives }) => alternatives.flatMap(({ terms }) => terms)))],
      completions: completionsOf(plan, documents),
    };
  }
  return { products: [], matchedTerms: [], completions: [] };
}

/** The words before the last as they are, with the ways in which the last goes on in what was found. */
function completionsOf(plan: QueryPlan, documents: readonly ReadDocument[]): string[] {
  const last = plan.words.at(-1);
  if (!last) return [];
  const before = plan.words.slice(0, -1).map(({ typed }) => typed);
  const goingOn = last.alternatives.flatMap(({ terms, kind }) => (kind === "prefix" || kind === "typo" ? terms : []));
  const found = goingOn.filter((term) => {
    const word = wordNumber(term);
    return documents.some((document) => hasWord(document, word));
  });
  return [...new Set(found)].slice(0, mostCompletions).map((term) => [...before, term].join(" "));
}
