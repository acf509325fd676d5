import { getProduct } from "../../catalog/index.ts";
import type { Context } from "../../kernel/index.ts";
import { buildDocuments, catalogSource } from "../build-documents.ts";
import type { SearchEngine } from "../engine.ts";
import { forgetRules } from "../rules/load-rules.ts";
import { SearchProductsInput, type SearchProductsDraft } from "../schemas.ts";
import { searchProducts } from "../search-products.ts";
import { suggestProducts } from "../suggest-products.ts";
import type { SearchResultView, SuggestionsView } from "../views.ts";
import { fillContractShop } from "./catalogue.ts";

/** What a run of the suite is given: an empty shop whose port has just this engine. */
export interface ContractRun {
  ctx: Context;
  engine: SearchEngine;
}

/** A behaviour in which an engine openly differs. Each is named in docs/search.md. */
export type Difference = "needs_first_letter" | "no_split_words" | "no_units" | "counts_are_estimates" | "no_partial_mark" | "no_did_you_mean";

/** The filled shop, in the words of the suite. */
export class ContractShop {
  constructor(private readonly open: () => ContractRun) {}

  get ctx(): Context {
    return this.open().ctx;
  }

  get engine(): SearchEngine {
    return this.open().engine;
  }

  async fill(): Promise<void> {
    await fillContractShop(this.ctx);
    await this.rebuild();
  }

  async rebuild(): Promise<void> {
    await this.engine.startRebuild(this.ctx, catalogSource, { isFresh: true });
    while (!(await this.engine.continueRebuild(this.ctx, catalogSource)).isDone);
  }

  async sync(...productIds: string[]): Promise<void> {
    await this.engine.sync(this.ctx, productIds, catalogSource);
  }

  search(input: SearchProductsDraft | string): Promise<SearchResultView> {
    forgetRules(this.ctx);
    return searchProducts(this.ctx, SearchProductsInput.parse(typeof input === "string" ? { text: input } : input));
  }

  /** Titles, best first. */
  async titles(input: SearchProductsDraft | string): Promise<string[]> {
    return (await this.search(input)).hits.map(({ title }) => title);
  }

  suggest(text: string): Promise<SuggestionsView> {
    return suggestProducts(this.ctx, { text, limit: 6 });
  }

  async idOf(slug: string): Promise<string> {
    return (await getProduct(this.ctx, { slug })).product.id;
  }

  async hashOf(productId: string): Promise<string | undefined> {
    return (await buildDocuments(this.ctx, [productId]))[0]?.hash;
  }
}
