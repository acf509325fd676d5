import { searchPins, searchRedirects, searchStopWords, searchSynonyms } from "@cartwright/db";
import { asc } from "drizzle-orm";
import { Cached, type Context } from "../../kernel/index.ts";
import { normalise } from "../text/analyse.ts";
import { makeSynonyms, type PinRule, type SearchRules } from "./rules.ts";

const cachedRules = new Cached(loadRules);

/** May be some seconds old on other servers than the one that changed a rule. */
export function getRules(ctx: Context): Promise<SearchRules> {
  return cachedRules.get(ctx);
}

/** After a change of synonyms, stop words, pins or redirects has been committed. */
export function forgetRules(ctx: Context): void {
  cachedRules.forget(ctx);
}

/** As they are now: four statements. */
export async function loadRules({ db }: Context): Promise<SearchRules> {
  const synonyms = await db.select().from(searchSynonyms).orderBy(asc(searchSynonyms.id));
  const stopWords = await db.select({ word: searchStopWords.word }).from(searchStopWords);
  const pins = await db.select().from(searchPins).orderBy(asc(searchPins.position), asc(searchPins.id));
  const redirects = await db.select().from(searchRedirects);
  return {
    stopWords: new Set(stopWords.map(({ word }) => normalise(word))),
    synonyms: makeSynonyms(synonyms.flatMap(phrases)),
    pins: pinsByQuery(pins),
    redirects: new Map(redirects.map(({ query, url }) => [normalise(query), url])),
  };
}

function phrases({ kind, terms, replacements }: typeof searchSynonyms.$inferSelect): { from: string; to: string[] }[] {
  const from = terms.map((term) => normalise(term));
  if (kind === "one_way") return from.map((phrase) => ({ from: phrase, to: replacements.map((term) => normalise(term)) }));
  return from.map((phrase) => ({ from: phrase, to: from.filter((other) => other !== phrase) }));
}

function pinsByQuery(rows: readonly (typeof searchPins.$inferSelect)[]): Map<string, PinRule> {
  const byQuery = new Map<string, PinRule>();
  for (const { query, productId, position } of rows) {
    const key = normalise(query);
    const rule = byQuery.get(key) ?? { pinned: [], hidden: [] };
    byQuery.set(key, rule);
    if (position === null) rule.hidden.push(productId);
    else rule.pinned.push({ productId, position });
  }
  return byQuery;
}
