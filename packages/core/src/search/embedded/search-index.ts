import type { Context } from "../../kernel/index.ts";
import { boundedTotal } from "../../kernel/index.ts";
import type { EngineQuery, EngineResult } from "../engine.ts";
import { normalise } from "../text/analyse.ts";
import { noPins, type PinRule } from "../rules/rules.ts";
import { mostHits, type SearchSort } from "../schemas.ts";
import { countFacets } from "./count-facets.ts";
import { findWords } from "./find-words.ts";
import type { Found } from "./finder.ts";
import { keptDocuments } from "./kept-documents.ts";
import { getVocabulary } from "./load-vocabulary.ts";
import { placePins } from "./place-pins.ts";
import { rankDocuments } from "./rank.ts";

/** Searches the index that answers. Takes any text. */
export async function searchIndex(ctx: Context, query: EngineQuery): Promise<EngineResult> {
  const { index, vocabulary } = await getVocabulary(ctx);
  const pins = query.rules.pins.get(normalise(query.text)) ?? noPins;
  const kept = keptDocuments(ctx, index);
  const found = await findWords(ctx, { index, vocabulary, query, pins, kept });
  const end = Math.min(mostHits, query.offset + query.limit);
  const ordered = query.offset < mostHits ? orderHits(found, { sort: query.sort, pins, most: end }) : [];
  return {
    hits: ordered.slice(query.offset, end),
    total: boundedTotal(found.main.isCapped ? mostHits + 1 : found.main.documents.length),
    facets: query.hasFacets ? countFacets(found.countedFor, query.filters.attributes.map(({ code }) => code), kept.numbers) : null,
    matchedTerms: [...new Set(found.plan.words.flatMap(({ alternatives }) => alternatives.flatMap(({ terms }) => terms)))],
    didYouMean: found.didYouMean,
    isPartial: found.isPartial,
  };
}

/** The first so many at least. */
function orderHits({ main, pinned, plan, isPartial, complete }: Found, { sort, pins, most }: { sort: SearchSort; pins: PinRule; most: number }): string[] {
  const { documents } = main;
  if (sort !== "relevance") return documents.map(({ productId }) => productId);
  const best = plan.words.length === 0 ? documents.toSorted((a, b) => a.doc - b.doc) : rankDocuments(documents, { plan, isPartial, complete, most: most + pinned.length }).map(({ document }) => document);
  const ids = best.map(({ productId }) => productId);
  return pinned.length === 0 ? ids : placePins(ids, pins.pinned.filter(({ productId }) => pinned.includes(productId)));
}
