import { findDescriptions, findProductCards } from "../catalog/index.ts";
import type { Context } from "../kernel/index.ts";
import { countSearch, type SearchVisitor } from "./analytics/count-search.ts";
import { askEngine } from "./ask-engine.ts";
import type { EngineQuery, EngineResult } from "./engine.ts";
import { noFilters } from "./embedded/filters.ts";
import { getFacetLabels } from "./facet-labels.ts";
import { facetsView, noFacets } from "./facets-view.ts";
import { excerpt, highlight } from "./highlight.ts";
import { readFilters } from "./read-filters.ts";
import { getRules } from "./rules/load-rules.ts";
import { mostHits, type SearchProductsInput } from "./schemas.ts";
import { normalise } from "./text/analyse.ts";
import { plainText } from "./text/plain-text.ts";
import type { SearchHitView, SearchResultView } from "./views.ts";

/**
 * Active products that a text means, best first, a page of at most 48; an empty text lists all. Any text and any choice
 * has an answer, if an empty one. Prices in minor units of the shop's currency. With a visitor, the search is counted.
 */
export async function searchProducts(ctx: Context, input: SearchProductsInput, visitor?: SearchVisitor): Promise<SearchResultView> {
  const { text, sort, page, perPage } = input;
  const rules = await getRules(ctx);
  const labels = await getFacetLabels(ctx);
  const filters = readFilters(labels, input);
  const query: EngineQuery = { text, filters: filters ?? noFilters, sort, rules, offset: (page - 1) * perPage, limit: perPage, hasFacets: true };
  const { answer, engine } = filters ? await askEngine(ctx, (engine) => engine.search(ctx, query)) : { answer: nothing, engine: ctx.ports.search.main.name };
  const { total, facets, didYouMean, isPartial } = answer;
  const outcome = { results: total.count, isPartial, isCorrected: didYouMean !== null, engine };
  return {
    hits: await hitViews(ctx, answer),
    total: total.count,
    isTotalCapped: !total.isExact,
    page,
    perPage,
    facets: facetsView(facets ?? noFacets, { labels, filters: query.filters, currency: ctx.shop.currency }),
    didYouMean,
    isPartial,
    redirect: rules.redirects.get(normalise(text)) ?? null,
    queryId: visitor ? countSearch(ctx, input, { visitor, outcome }) : null,
    engine,
  };
}

const nothing: EngineResult = { hits: [], total: { count: 0, isExact: true }, facets: null, matchedTerms: [], didYouMean: null, isPartial: false };

/** As they are now: a product that is no longer for sale is left out, should the index be behind. */
async function hitViews(ctx: Context, { hits, matchedTerms }: EngineResult): Promise<SearchHitView[]> {
  const terms = new Set(matchedTerms);
  const cards = await findProductCards(ctx, hits.slice(0, mostHits));
  const shown = hits.flatMap((id) => {
    const card = cards.get(id);
    return card ? [{ card, title: highlight(card.title, terms) }] : [];
  });
  const unmarked = terms.size === 0 ? [] : shown.filter(({ title }) => title.every(({ isMatch }) => !isMatch)).map(({ card }) => card.id);
  const descriptions = await findDescriptions(ctx, unmarked);
  return shown.map(({ card, title }) => {
    const html = descriptions.get(card.id);
    return { ...card, highlights: { title, description: html ? excerpt(plainText(html), terms) : null } };
  });
}
