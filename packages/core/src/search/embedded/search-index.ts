import type { Context } from "../../kernel/index.ts";
import { boundedTotal } from "../../kernel/index.ts";
import type { EngineQuery, EngineResult } from "../engine.ts";
import { normalise } from "../text/analyse.ts";
import { noPins, type PinRule } from "../rules/rules.ts";
import { mostHits, type SearchSort } from "../schemas.ts";
import { countFacets } from "./count-facets.ts";
import { findWords, type Found } from "./find-words.ts";
import { getVocabulary } from "./load-vocabulary.ts";
import { placePins } from "./place-pins.ts";
import { rankDocuments } from "./rank.ts";

/** Searches the index that answers. Takes any text. */
export async function searchIndex(ctx: Context, query: EngineQuery): Promise<EngineResult> {
  const { index, vocabulary } = await getVocabulary(ctx);
  const pins = query.rules.pins.get(normalise(query.text)) ?? noPins;
  const found = await findWords(ctx, { index, vocabulary, query, pins });
  const ordered = orderHits(found, query.sort, pins);
  const isSeen = query.offset < mostHits;
  return {
    hits: isSeen ? ordered.slice(query.offset, Math.min(mostHits, query.offset + query.limit)) : [],
    total: found.main.isCapped ? boundedTotal(mostHits + 1) : boundedTotal(ordered.length),
    facets: query.hasFacets ? countFacets(found.countedFor, query.filters.attributes.map(({ code }) => code)) : null,
    matchedTerms: [...new Set(found.plan.words.flatMap(({ alternatives }) => alternatives.flatMap(({ terms }) => terms)))],
    didYouMean: found.didYouMean,
    isPartial: found.isPartial,
  };
}

function orderHits({ main, pinned, plan, isPartial }: Found, sort: SearchSort, pins: PinRule): string[] {
  if (sort !== "relevance") return main.rows.map((row) => row.product_id);
  const ranked = plan.words.length === 0 ? main.rows.toSorted((a, b) => a.doc - b.doc) : rankDocuments(main.rows, plan, { isPartial }).map(({ row }) => row);
  const ids = ranked.map((row) => row.product_id);
  return pinned.length === 0 ? ids : placePins(ids, pins.pinned.filter(({ productId }) => pinned.includes(productId)));
}
