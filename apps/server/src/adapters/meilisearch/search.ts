import { choicesOf, noPins, normalise, placePins, type EngineQuery, type EngineResult, type PinRule } from "@cartwright/core/search";
import { mostHits } from "@cartwright/core/search/schemas";
import { askRound, findBy, hasWords, totalOf, type Round, type RoundWish } from "./ask-round.ts";
import { readFacets } from "./facets.ts";
import { isOneOf, not } from "./filters.ts";
import type { Link } from "./link.ts";
import { didYouMean, readMatches, type Hit } from "./matches.ts";
import { readQuery, type AskedQuery } from "./read-query.ts";

const mostCodeHits = 20;

/** Searches the index that answers. Takes any text. Errors: `search.engine_unavailable`. */
export async function searchProducts(link: Link, query: EngineQuery): Promise<EngineResult> {
  const asked = readQuery(query.text, query.rules);
  const { pinned, hidden } = query.rules.pins.get(normalise(query.text)) ?? noPins;
  const pins = query.sort === "relevance" ? pinned : [];
  const isSeen = query.offset < mostHits;
  const plain: RoundWish = {
    link,
    query: isSeen ? query : { ...query, offset: 0 },
    asked,
    hidden: hidden.length === 0 ? null : not(isOneOf("id", hidden)),
    leads: leadsOf(pins, []),
    strategy: "all",
  };
  // Few texts are a code: whether this one is, is asked while it is searched for as words.
  const [first, isCode] = await Promise.all([askRound(plain), findsCode(link, asked)]);
  const wish = isCode ? { ...plain, leads: leadsOf(pins, asked.codes) } : plain;
  const all = isCode ? await askRound(wish) : first;
  const some = all.main.total > 0 ? null : await askForMost(wish);
  const { round, final } = some ?? { round: all, final: wish };
  const shown = isSeen ? shownHits(round, wish, pins) : [];
  const matches = readMatches(shown);
  return {
    hits: shown.flatMap(({ id }) => id ?? []),
    total: totalOf(round.main),
    facets: query.hasFacets ? await readFacets(round, final) : null,
    matchedTerms: matches.terms,
    didYouMean: shown.length === 0 ? null : didYouMean(asked, matches),
    isPartial: some !== null,
  };
}

async function findsCode(link: Link, { q, codes }: AskedQuery): Promise<boolean> {
  return codes.length > 0 && q !== "" && (await findBy(link, isOneOf("codes", codes), 1)).length > 0;
}

/** Pinned products, and those whose code was typed. */
function leadsOf(pins: PinRule["pinned"], codes: readonly string[]): string | null {
  const ids = pins.map(({ productId }) => productId);
  const conditions = [...(ids.length === 0 ? [] : [isOneOf("id", ids)]), ...(codes.length === 0 ? [] : [isOneOf("codes", codes)])];
  return conditions.length === 0 ? null : conditions.join(" OR ");
}

/**
 * Nothing has all words: what has most of them, rare ones first. Words of the same frequency are given up together, so
 * that nothing may be left: then from the last on. Null when there is none, or when only the choices leave nothing.
 */
async function askForMost(wish: RoundWish): Promise<{ round: Round; final: RoundWish } | null> {
  if (!wish.asked.q.includes(" ")) return null;
  if (choicesOf(wish.query.filters).length > 0 && (await hasWords(wish))) return null;
  for (const strategy of ["frequency", "last"] as const) {
    const final = { ...wish, strategy };
    const round = await askRound(final);
    if (round.main.total > 0) return { round, final };
  }
  return null;
}

function shownHits({ hits, leads }: Round, { query, asked, leads: hasLeads }: RoundWish, pins: PinRule["pinned"]): Hit[] {
  const end = Math.min(mostHits, query.offset + query.limit);
  if (hasLeads === null) return (query.offset % query.limit === 0 ? hits : hits.slice(query.offset)).slice(0, end - query.offset);
  const byId = new Map([...leads, ...hits].map((hit) => [hit.id ?? "", hit]));
  const met = pins.filter(({ productId }) => leads.some(({ id }) => id === productId));
  const codes = new Set(asked.codes);
  const byCode = leads.filter((hit) => hit.codes?.some((code) => codes.has(code))).slice(0, mostCodeHits);
  const ids = placePins([...byCode, ...hits].flatMap(({ id }) => id ?? []), met);
  return ids.slice(query.offset, end).map((id) => byId.get(id)).filter((hit) => hit !== undefined);
}
