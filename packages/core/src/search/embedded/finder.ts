import { attributes, fullText, productAttributes, searchDocuments, type DocumentOrder, type Match } from "@cartwright/db";
import { and, eq, exists, gte, inArray, lte, notInArray, sql, type SQL } from "drizzle-orm";
import type { Context } from "../../kernel/index.ts";
import type { EngineAttributeFilter, EngineFilters, EngineQuery } from "../engine.ts";
import type { PinRule } from "../rules/rules.ts";
import { mostHits, type SearchSort } from "../schemas.ts";
import type { Counted } from "./count-facets.ts";
import { choiceReader, choicesOf, noFilters, withoutChoice, type Choice } from "./filters.ts";
import type { IndexRow } from "./index-state.ts";
import { readDocuments, type KeptDocuments } from "./kept-documents.ts";
import { matchFilters } from "./plan-match.ts";
import type { QueryPlan } from "./plan.ts";
import { rankDocuments } from "./rank.ts";
import type { ReadDocument } from "./read-document.ts";
import { partsInOrder } from "./terms.ts";
import type { Vocabulary } from "./vocabulary.ts";
import type { Wanted } from "./wanted.ts";

export interface FindWish {
  index: IndexRow;
  vocabulary: Vocabulary;
  query: Pick<EngineQuery, "text" | "filters" | "sort" | "hasFacets" | "rules">;
  pins: PinRule;
  kept: KeptDocuments;
}

/** What a query finds, before ranking. */
export interface Found {
  plan: QueryPlan;
  main: Counted;
  /** Products that are shown at places of their own; they are among the documents. */
  pinned: string[];
  countedFor: (choice: Choice | null) => Counted;
  didYouMean: string | null;
  isPartial: boolean;
  /** Those that have all words, by number, where others follow them. */
  complete: ReadonlySet<number> | null;
}

/** At most so many products are ranked and counted: who has more gets the best ones, and "1,000+". */
const mostCandidates = mostHits;

/** Of those that have most of the words only a few are shown, and so many looked at. */
const mostIncomplete = 300;
/** Of what is preferred most, so many. */
const fewPreferred = 100;

const orders: Record<SearchSort, DocumentOrder> = { relevance: "best", newest: "newest", price_asc: "price_asc", price_desc: "price_desc", name: "name" };

/** Looks for one query's products: with each choice, and without it. */
export class Finder {
  private readonly choices: Choice[];
  private readonly order: DocumentOrder;

  constructor(
    private readonly ctx: Context,
    private readonly wish: FindWish,
  ) {
    this.choices = choicesOf(wish.query.filters);
    this.order = orders[wish.query.sort];
  }

  /** What matches, with and without each of the choices. */
  async find(plan: QueryPlan, wanted: Wanted): Promise<Matched> {
    const { filters, hasFacets } = this.wish.query;
    const pins = await this.findPins();
    // Mostly what has the words is few enough to try the choices on, and to count each facet without its own.
    const open = this.choices.length === 0 || !this.isCommon(plan) ? await this.foundBy(plan, wanted, noFilters) : null;
    if (open !== null && !open.isCapped) return this.matched(plan, open.documents, pins);
    const counted = hasFacets ? this.choices : [];
    const [main, ...others] = await Promise.all([
      this.choices.length === 0 && open !== null ? { ...open, documents: withPins(open.documents, pins.met) } : this.capped(plan, wanted, filters, pins.met),
      ...counted.map((choice) => this.capped(plan, wanted, withoutChoice(filters, choice), [])),
    ]);
    const byChoice = new Map(counted.flatMap((choice, i): [Choice, Counted][] => (others[i] ? [[choice, others[i]]] : [])));
    const hasAny = [main, open, ...byChoice.values()].some((counted) => counted !== null && counted.documents.length > 0);
    return { hasAny, open: null, found: this.foundOf(plan, { pins, main, byChoice }) };
  }

  /** The best of what matches whatever is chosen, in their order; those of which it is known that they have all words come first. */
  async best(plan: QueryPlan, { match, preferred }: Wanted, { complete, most }: { complete: ReadonlySet<number> | null; most: number }): Promise<ReadDocument[]> {
    const { kept } = this.wish;
    const limit = mostIncomplete;
    const some = await this.docs(match, noFilters, { limit });
    const first = some.length < limit ? [] : await Promise.all(preferred.map((each) => this.docs(each, noFilters, { limit })));
    const documents = await readDocuments(this.ctx, kept, [...new Set([...(complete ?? []), ...first.flat(), ...some])]);
    return rankDocuments(documents, { plan, isPartial: true, complete, most }).map(({ document }) => document);
  }

  /** As if these were all products there are. */
  async among(plan: QueryPlan, documents: readonly ReadDocument[]): Promise<Matched> {
    return this.matched(plan, await this.inOrder(documents), await this.findPins());
  }

  private matched(plan: QueryPlan, open: readonly ReadDocument[], pins: Pinned): Matched {
    if (this.choices.length === 0) {
      const main: Counted = { documents: withPins(open, pins.met), isCapped: false };
      return { hasAny: main.documents.length > 0, open, found: this.foundOf(plan, { pins, main, byChoice: new Map() }) };
    }
    const missed = this.missedChoices(withPins(open, pins.all));
    const main: Counted = { documents: withPins(documentsMissing(missed, null), pins.met), isCapped: false };
    const byChoice = new Map(this.choices.map((choice): [Choice, Counted] => [choice, { documents: documentsMissing(missed, choice), isCapped: false }]));
    // The words are there and only the choices leave nothing: then the answer is nothing, and no other words are tried.
    return { hasAny: open.length > 0 || main.documents.length > 0, open, found: this.foundOf(plan, { pins, main, byChoice }) };
  }

  private foundOf(plan: QueryPlan, { pins, main, byChoice }: { pins: Pinned; main: Counted; byChoice: ReadonlyMap<Choice, Counted> }): Matched["found"] {
    const countedFor = (choice: Choice | null): Counted => (choice === null ? main : (byChoice.get(choice) ?? main));
    return (notes) => ({ plan, main, pinned: pins.met.map(({ productId }) => productId), countedFor, complete: null, ...notes });
  }

  private async inOrder(documents: readonly ReadDocument[]): Promise<readonly ReadDocument[]> {
    if (this.order === "best" || documents.length === 0) return documents;
    const condition = inArray(searchDocuments.doc, documents.map(({ doc }) => doc));
    const docs = await fullText.find(this.ctx.db, { slot: this.wish.index.slot, match: null, condition, order: this.order, limit: documents.length });
    return readDocuments(this.ctx, this.wish.kept, docs);
  }

  private async capped(plan: QueryPlan, wanted: Wanted, filters: EngineFilters, pins: readonly ReadDocument[]): Promise<Counted> {
    const { documents, isCapped } = await this.foundBy(plan, wanted, filters);
    return { documents: withPins(documents, pins), isCapped };
  }

  /** The best candidates, when there are too many to look at all: what is just that first, then what has the words in its name. */
  private async foundBy(plan: QueryPlan, wanted: Wanted, filters: EngineFilters): Promise<Counted> {
    const { docs, isCapped } = await (this.order === "best" ? this.bestDocs(plan, wanted, filters) : this.docsInOrder(wanted.match, filters, this.order));
    return { documents: await readDocuments(this.ctx, this.wish.kept, docs), isCapped };
  }

  private async bestDocs(plan: QueryPlan, { match, preferred }: Wanted, filters: EngineFilters): Promise<FoundDocs> {
    const limit = mostCandidates + 1;
    const last = preferred.at(-1);
    // Of frequent words names alone have enough, mostly.
    const named = last && this.isCommon(plan) ? await this.docs(last, filters, { limit }) : null;
    const all = named?.length === limit ? named : await this.docs(match, filters, { limit });
    const isCapped = all.length === limit;
    if (!isCapped || !last) return { docs: all.slice(0, mostCandidates), isCapped };
    const first = await Promise.all(preferred.map(async (each) => (each === last && named ? named : this.docs(each, filters, { limit: each === last ? limit : fewPreferred }))));
    return { docs: [...new Set([...first.flat(), ...all])].slice(0, mostCandidates), isCapped };
  }

  private isCommon({ words }: QueryPlan): boolean {
    return words.length > 0 && words.every(({ documents }) => documents > 4 * mostCandidates);
  }

  /** Few are sorted; of many the first part of the order is looked up, then the next, until there are enough. */
  private async docsInOrder(match: Match | null, filters: EngineFilters, order: Exclude<DocumentOrder, "best">): Promise<FoundDocs> {
    const limit = mostCandidates + 1;
    const some = await this.docs(match, filters, { limit });
    if (some.length < limit) return { docs: await this.docs(match, filters, { limit, order }), isCapped: false };
    const docs: number[] = [];
    for (const terms of partsInOrder(order, this.ctx.clock.now())) {
      const part: Match = { any: terms };
      docs.push(...(await this.docs(match === null ? part : { all: [match, part] }, filters, { limit: limit - docs.length, order })));
      if (docs.length >= limit) break;
    }
    return { docs: docs.slice(0, mostCandidates), isCapped: true };
  }

  private docs(match: Match | null, filters: EngineFilters, { limit, order = "best" }: { limit: number; order?: DocumentOrder }): Promise<number[]> {
    const all = [...(match === null ? [] : [match]), ...matchFilters(filters)];
    return fullText.find(this.ctx.db, {
      slot: this.wish.index.slot,
      match: all.length === 0 ? null : { all },
      condition: this.conditionOf(filters),
      order,
      limit,
    });
  }

  /** Pinned products that are in the index, and those of them that meet the choices. */
  private async findPins(): Promise<Pinned> {
    const { query, pins, index } = this.wish;
    const ids = pins.pinned.map(({ productId }) => productId);
    if (ids.length === 0 || query.sort !== "relevance") return { all: [], met: [] };
    const condition = inArray(searchDocuments.productId, ids);
    const docs = await fullText.find(this.ctx.db, { slot: index.slot, match: null, condition, order: "best", limit: ids.length });
    const all = await readDocuments(this.ctx, this.wish.kept, docs);
    return { all, met: documentsMissing(this.missedChoices(all), null) };
  }

  /** Read anew each time: which lines there are is known when the documents are. */
  private missedChoices(documents: readonly ReadDocument[]): Map<ReadDocument, Choice[]> {
    const missed = choiceReader(this.wish.query.filters, this.wish.kept.numbers);
    return new Map(documents.map((document) => [document, missed(document)]));
  }

  /** What no term says: exact prices, numbers in a range, and what is hidden. */
  private conditionOf({ priceMinMinor: from, priceMaxMinor: to, attributes }: EngineFilters): SQL | undefined {
    const { priceMinor, productId } = searchDocuments;
    const { hidden } = this.wish.pins;
    return and(
      from === null ? undefined : gte(priceMinor, from),
      to === null ? undefined : lte(priceMinor, to),
      hidden.length === 0 ? undefined : notInArray(productId, hidden),
      ...attributes.filter(({ type }) => type === "number").map((filter) => this.hasNumber(filter)),
    );
  }

  private hasNumber({ code, values, min, max }: EngineAttributeFilter): SQL {
    const { attributeId, numberValue, productId } = productAttributes;
    const numbers = values.map(Number).filter(Number.isFinite);
    return exists(
      this.ctx.db
        .select({ one: sql`1` })
        .from(productAttributes)
        .innerJoin(attributes, and(eq(attributes.id, attributeId), eq(attributes.code, code)))
        .where(
          and(
            eq(productId, searchDocuments.productId),
            min === null ? undefined : gte(numberValue, min),
            max === null ? undefined : lte(numberValue, max),
            values.length === 0 ? undefined : inArray(numberValue, numbers),
          ),
        ),
    );
  }
}

/** What matches, and the answer made of it. */
export interface Matched {
  /** Something has the words, if nothing of that meets the choices. */
  hasAny: boolean;
  /** All that have the words, whatever is chosen; null when they are too many to be known. */
  open: readonly ReadDocument[] | null;
  found: (notes: Pick<Found, "didYouMean" | "isPartial"> & Partial<Pick<Found, "complete">>) => Found;
}

interface Pinned {
  all: ReadDocument[];
  met: ReadDocument[];
}

interface FoundDocs {
  docs: number[];
  isCapped: boolean;
}

function withPins(documents: readonly ReadDocument[], pins: readonly ReadDocument[]): readonly ReadDocument[] {
  if (pins.length === 0) return documents;
  const known = new Set(documents.map(({ doc }) => doc));
  return [...documents, ...pins.filter(({ doc }) => !known.has(doc))];
}

/** Those that meet all choices, or all but this one. */
function documentsMissing(missed: ReadonlyMap<ReadDocument, Choice[]>, choice: Choice | null): ReadDocument[] {
  return [...missed].flatMap(([document, choices]) => (choices.every((each) => each === choice) ? [document] : []));
}
