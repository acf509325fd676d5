import { attributes, fullText, productAttributes, searchDocuments, type DocumentOrder, type DocumentRow, type Match } from "@cartwright/db";
import { and, eq, exists, gte, inArray, lte, notInArray, sql, type SQL } from "drizzle-orm";
import type { Context } from "../../kernel/index.ts";
import type { EngineAttributeFilter, EngineFilters, EngineQuery } from "../engine.ts";
import type { PinRule } from "../rules/rules.ts";
import { mostHits, type SearchSort } from "../schemas.ts";
import type { Counted } from "./count-facets.ts";
import { choicesOf, missedChoices, noFilters, withoutChoice, type Choice } from "./filters.ts";
import type { IndexRow } from "./index-state.ts";
import { planQuery, type QueryPlan } from "./plan.ts";
import { partsInOrder } from "./terms.ts";
import { matchAllWords, matchExactly, matchFilters, matchMost, matchNamed } from "./plan-match.ts";
import type { Vocabulary } from "./vocabulary.ts";

export interface FindWish {
  index: IndexRow;
  vocabulary: Vocabulary;
  query: Pick<EngineQuery, "text" | "filters" | "sort" | "hasFacets" | "rules">;
  pins: PinRule;
}

/** What a query finds, before ranking. */
export interface Found {
  plan: QueryPlan;
  main: Counted;
  /** Products that are shown at places of their own; they are among the rows. */
  pinned: string[];
  countedFor: (choice: Choice | null) => Counted;
  didYouMean: string | null;
  isPartial: boolean;
}

/** At most so many products are ranked and counted: who has more gets the best ones, and "1,000+". */
const mostCandidates = mostHits;

/** The products that have the words and meet the choices; where none has all words, those that have most of them. */
export async function findWords(ctx: Context, wish: FindWish): Promise<Found> {
  const finder = new Finder(ctx, wish);
  const strict = planQuery(wish.query.text, { vocabulary: wish.vocabulary, rules: wish.query.rules, isTyping: false, isLenient: false });
  const first = await finder.find(strict, matchAllWords(strict));
  if (strict.words.length === 0 || first.hasAny) return first.found({ didYouMean: strict.corrected, isPartial: false });

  const lenient = planQuery(wish.query.text, { vocabulary: wish.vocabulary, rules: wish.query.rules, isTyping: false, isLenient: true });
  const second = await finder.find(lenient, matchAllWords(lenient));
  if (second.hasAny) return second.found({ didYouMean: lenient.corrected ?? likeliest(lenient, wish.vocabulary), isPartial: false });

  for (const match of partialMatches(strict, wish.vocabulary)) {
    const some = await finder.find(strict, match);
    if (some.hasAny) return some.found({ didYouMean: strict.corrected, isPartial: true });
  }
  return first.found({ didYouMean: null, isPartial: false });
}

/** All words but one, all but two … of those that the shop knows in some way; at last any of the rarest ones. */
function* partialMatches({ words }: QueryPlan, vocabulary: Vocabulary): Generator<Match> {
  const present = words.flatMap((word) => {
    const alternatives = word.alternatives.filter(({ terms }) => terms.every((term) => vocabulary.count(term) > 0));
    return alternatives.length === 0 ? [] : [{ ...word, alternatives }];
  });
  // Unknown words are the first to be missing.
  if (present.length === 0) return;
  if (present.length < words.length) yield matchMost(present, 0);
  const rare = present.toSorted((a, b) => a.documents - b.documents).slice(0, 6);
  for (let missing = 1; missing < rare.length; missing += 1) yield matchMost(missing === 1 && present.length <= 10 ? present : rare, missing);
}

/** Known words were taken for typing errors, because nothing has them all: what is the nearest reading? */
function likeliest({ words }: QueryPlan, vocabulary: Vocabulary): string | null {
  const read = words.map(({ typed, alternatives }) => {
    const other = alternatives.find(({ terms, kind }) => kind === "typo" && terms.every((term) => vocabulary.count(term) > 0));
    return other && vocabulary.count(typed) === 0 ? other.terms.join(" ") : typed;
  });
  const text = read.join(" ");
  return text === words.map(({ typed }) => typed).join(" ") ? null : text;
}

const orders: Record<SearchSort, DocumentOrder> = { relevance: "best", newest: "newest", price_asc: "price_asc", price_desc: "price_desc", name: "name" };

class Finder {
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
  async find(plan: QueryPlan, match: Match | null) {
    const { filters, hasFacets } = this.wish.query;
    const pins = await this.findPins();
    // Mostly what has the words is few enough to try the choices on, and to count each facet without its own.
    const open = this.choices.length > 0 && hasFacets && !this.isCommon(plan) ? await this.rowsOf(plan, match, noFilters) : null;
    const isAllKnown = open !== null && !open.isCapped;
    const missed = isAllKnown ? new Map(withPins(open.rows, pins.all).map((row) => [row, missedChoices(row, filters)])) : null;
    const met = withPins(missed ? rowsMissing(missed, null) : [], pins.met);
    const main: Counted = missed ? { rows: met, isCapped: false } : await this.capped(plan, match, filters, pins.met);
    const byChoice = new Map<Choice, Counted>();
    if (hasFacets) {
      for (const choice of this.choices) {
        byChoice.set(choice, missed ? { rows: rowsMissing(missed, choice), isCapped: false } : await this.capped(plan, match, withoutChoice(filters, choice), []));
      }
    }
    const countedFor = (choice: Choice | null): Counted => (choice === null ? main : (byChoice.get(choice) ?? main));
    return {
      hasAny: main.rows.length > 0 || (open !== null && open.rows.length > 0) || this.isPartOfMore(byChoice),
      found: (notes: { didYouMean: string | null; isPartial: boolean }): Found => ({
        plan,
        main,
        pinned: pins.met.map((row) => row.product_id),
        countedFor,
        ...notes,
      }),
    };
  }

  /** The words are there and only the choices leave nothing: then the answer is nothing, and no other words are tried. */
  private isPartOfMore(byChoice: ReadonlyMap<Choice, Counted>): boolean {
    return [...byChoice.values()].some(({ rows }) => rows.length > 0);
  }

  private async capped(plan: QueryPlan, match: Match | null, filters: EngineFilters, pins: readonly DocumentRow[]): Promise<Counted> {
    const { rows, isCapped } = await this.rowsOf(plan, match, filters);
    return { rows: withPins(rows, pins), isCapped };
  }

  /** The best candidates, when there are too many to look at all: what is just that first, then what has the words in its name. */
  private async rowsOf(plan: QueryPlan, match: Match | null, filters: EngineFilters): Promise<Counted> {
    if (this.order !== "best") return this.rowsInOrder(match, filters, this.order);
    const isRanked = match !== null && plan.words.length > 0;
    const isCommon = isRanked && this.isCommon(plan);
    const limit = mostCandidates + 1;
    const named = isCommon ? await this.rows(matchNamed(plan), filters, { limit }) : [];
    const all = named.length < limit ? await this.rows(match, filters, { limit }) : [];
    const isCapped = named.length === limit || all.length === limit;
    if (!isCapped || !isRanked) return { rows: all.slice(0, mostCandidates), isCapped };
    const exact = await this.rows(matchExactly(plan), filters, { limit: 50 });
    const inName = isCommon ? named : await this.rows(matchNamed(plan), filters, { limit });
    return { rows: unique([exact, inName, all]).slice(0, mostCandidates), isCapped };
  }

  private isCommon({ words }: QueryPlan): boolean {
    return words.length > 0 && words.every(({ documents }) => documents > 4 * mostCandidates);
  }

  /** Few are sorted; of many the first part of the order is looked up, then the next, until there are enough. */
  private async rowsInOrder(match: Match | null, filters: EngineFilters, order: Exclude<DocumentOrder, "best">): Promise<Counted> {
    const limit = mostCandidates + 1;
    const some = await this.rows(match, filters, { limit });
    if (some.length < limit) return { rows: await this.rows(match, filters, { limit, order }), isCapped: false };
    const rows: DocumentRow[] = [];
    for (const terms of partsInOrder(order, this.ctx.clock.now())) {
      const part: Match = { any: terms };
      rows.push(...(await this.rows(match === null ? part : { all: [match, part] }, filters, { limit: limit - rows.length, order })));
      if (rows.length >= limit) break;
    }
    return { rows: rows.slice(0, mostCandidates), isCapped: true };
  }

  private rows(match: Match | null, filters: EngineFilters, { limit, order = "best" }: { limit: number; order?: DocumentOrder }): Promise<DocumentRow[]> {
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
  private async findPins(): Promise<{ all: DocumentRow[]; met: DocumentRow[] }> {
    const { query, pins, index } = this.wish;
    const ids = pins.pinned.map(({ productId }) => productId);
    if (ids.length === 0 || query.sort !== "relevance") return { all: [], met: [] };
    const condition = inArray(searchDocuments.productId, ids);
    const all = await fullText.find(this.ctx.db, { slot: index.slot, match: null, condition, order: "best", limit: ids.length });
    return { all, met: all.filter((row) => missedChoices(row, query.filters).length === 0) };
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

/** The first of each document. */
function unique(lists: readonly (readonly DocumentRow[])[]): DocumentRow[] {
  const seen = new Set<number>();
  return lists.flatMap((rows) =>
    rows.filter(({ doc }) => {
      if (seen.has(doc)) return false;
      seen.add(doc);
      return true;
    }),
  );
}

function withPins(rows: readonly DocumentRow[], pins: readonly DocumentRow[]): readonly DocumentRow[] {
  if (pins.length === 0) return rows;
  const known = new Set(rows.map((row) => row.doc));
  return [...rows, ...pins.filter((row) => !known.has(row.doc))];
}

/** Those that meet all choices, or all but this one. */
function rowsMissing(missed: ReadonlyMap<DocumentRow, Choice[]>, choice: Choice | null): DocumentRow[] {
  return [...missed].flatMap(([row, choices]) => (choices.every((each) => each === choice) ? [row] : []));
}
