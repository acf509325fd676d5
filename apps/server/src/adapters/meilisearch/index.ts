import type { Context } from "@cartwright/core/kernel";
import { getOutsideIndex, type IndexedProduct, type SearchEngine } from "@cartwright/core/search";
import { multiSearch } from "./ask-round.ts";
import { engineError, engineName } from "./explain-error.ts";
import { Link, type LinkOptions } from "./link.ts";
import { continueRebuild, startRebuild } from "./rebuild.ts";
import { searchProducts } from "./search.ts";
import { indexStatus } from "./status.ts";
import { suggestProducts } from "./suggest.ts";
import { syncProducts } from "./sync.ts";
import { SynonymKeeper } from "./synonyms.ts";
import { tendIndex, type Care } from "./tend.ts";

export type MeilisearchOptions = Pick<LinkOptions, "url" | "apiKey"> & Partial<LinkOptions>;

const defaults = { index: "cartwright", searchMilliseconds: 1_500, writeMilliseconds: 15_000, taskMilliseconds: 20_000, rulesMilliseconds: 1_000, failures: 5, pauseMilliseconds: 10_000, log: () => {} };

/** Meilisearch 1.15 or newer as the search engine. It needs another beside it that answers while it can't. */
export function meilisearchEngine(options: MeilisearchOptions): SearchEngine {
  const link = new Link({ ...defaults, ...options });
  const synonyms = new SynonymKeeper(link);
  let starting: Promise<void> = Promise.resolve();
  const care: Care = { isPrepared: false, noted: null };
  return {
    name: engineName,
    async search(ctx, query) {
      await requireFilled(ctx, link);
      await synonyms.keep(query.rules);
      return searchProducts(link, query);
    },
    async suggest(ctx, query) {
      await requireFilled(ctx, link);
      return suggestProducts(link, query);
    },
    sync: (ctx, productIds, source) => syncProducts(ctx, link, productIds, source),
    // Whoever begins one at the same time finds it begun.
    startRebuild: (ctx, source, wish) => (starting = starting.catch(() => {}).then(() => startRebuild(ctx, link, source, wish))),
    async continueRebuild(ctx, source) {
      const progress = await continueRebuild(ctx, link, source);
      if (progress.isDone) synonyms.forget();
      return progress;
    },
    walk: (_, page) => walkIndex(link, page),
    status: (ctx) => indexStatus(ctx, link),
    tend: (ctx, source) => tendIndex(ctx, link, care, source),
  };
}

/** An index that is being filled for the first time has only some of the products: the other engine answers. */
async function requireFilled(ctx: Context, link: Link): Promise<void> {
  const { index } = link.options;
  const { generation, rebuild } = await getOutsideIndex(ctx, index);
  if (generation > 0) return;
  throw engineError(rebuild ? `The index "${index}" is being filled: ${rebuild.built} of ${rebuild.wanted} products.` : `The index "${index}" has not been filled yet.`);
}

async function walkIndex(link: Link, { after, limit }: { after: string | null; limit: number }): Promise<IndexedProduct[]> {
  const filter = after === null ? [] : [`id > "${after.replaceAll(/[^\w-]/g, "")}"`];
  const [answer] = await multiSearch(link, [{ q: "", filter, sort: ["id:asc"], limit, attributesToRetrieve: ["id", "hash"] }]);
  return (answer?.hits ?? []).flatMap(({ id, hash }) => (id !== undefined && hash !== undefined ? [{ productId: id, hash }] : []));
}
