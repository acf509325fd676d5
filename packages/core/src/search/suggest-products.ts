import { searchPopular } from "@cartwright/db";
import { and, desc, gt, gte, lt } from "drizzle-orm";
import { findProductCards, getCategoryTree, pathTo, type CategoryNode, type CategoryTree } from "../catalog/index.ts";
import type { Context } from "../kernel/index.ts";
import { fewestSearches } from "./analytics/fewest-searches.ts";
import { askEngine } from "./ask-engine.ts";
import { highlight } from "./highlight.ts";
import { getRules } from "./rules/load-rules.ts";
import type { SuggestProductsInput } from "./schemas.ts";
import { analyse, normalise, termsOf } from "./text/analyse.ts";
import { stem } from "./text/stem.ts";
import type { SuggestionsView } from "./views.ts";

const mostCategories = 4;
const mostQueries = 6;

/** Products, categories and whole queries for what is being typed. Any text has an answer, if an empty one. */
export async function suggestProducts(ctx: Context, { text, limit }: SuggestProductsInput): Promise<SuggestionsView> {
  const typed = normalise(text);
  if (typed === "") return { products: [], categories: [], queries: [] };
  const rules = await getRules(ctx);
  const [{ answer }, popular] = await Promise.all([askEngine(ctx, (engine) => engine.suggest(ctx, { text, limit, rules })), popularQueries(ctx, typed)]);
  const terms = new Set(answer.matchedTerms);
  const cards = await findProductCards(ctx, answer.products);
  const categories = categoriesFor(await getCategoryTree(ctx), typed);
  const queries = [...new Set([...popular, ...answer.completions])].slice(0, mostQueries);
  return {
    products: answer.products.flatMap((id) => {
      const card = cards.get(id);
      if (!card) return [];
      const { slug, title, brand, image, priceFrom } = card;
      return [{ id, slug, name: title, image, brand: brand?.name ?? null, priceFrom, highlights: highlight(title, terms) }];
    }),
    categories: categories.map((node) => ({
      id: node.id,
      slug: node.slug,
      name: node.name,
      path: pathTo(node).slice(0, -1).map(({ name }) => name),
      highlights: highlight(node.name, meantIn(node.name, typed)),
    })),
    queries: queries.map((query) => ({ text: query, highlights: highlight(query, meantIn(query, typed)) })),
  };
}

/** Categories that have all typed words in their name; of the last one the beginning will do. Names that begin so come first. */
function categoriesFor(tree: CategoryTree, typed: string): CategoryNode[] {
  const words = typed.split(" ");
  const last = words.at(-1) ?? "";
  const stems = words.slice(0, -1).map(stem);
  const found = namesOf(tree).filter((name) => stems.every((each) => name.stems.has(each)) && name.terms.some((term) => term.startsWith(last) || stem(term) === stem(last)));
  const place = ({ normal }: CategoryName) => (normal.startsWith(typed) ? 0 : 1);
  return found
    .toSorted((a, b) => place(a) - place(b) || a.normal.length - b.normal.length || (a.normal < b.normal ? -1 : 1))
    .slice(0, mostCategories)
    .map(({ node }) => node);
}

interface CategoryName {
  node: CategoryNode;
  normal: string;
  terms: string[];
  stems: ReadonlySet<string>;
}

const readNames = new WeakMap<CategoryTree, CategoryName[]>();

/** Read once a tree, which is kept for some seconds. */
function namesOf(tree: CategoryTree): CategoryName[] {
  let names = readNames.get(tree);
  if (!names) {
    names = [...tree.byId.values()].map((node) => {
      const terms = termsOf(analyse(node.name));
      return { node, normal: normalise(node.name), terms, stems: new Set(terms.map(stem)) };
    });
    readNames.set(tree, names);
  }
  return names;
}

/** The terms of a text that the typed words mean. */
function meantIn(text: string, typed: string): Set<string> {
  const words = typed.split(" ");
  const last = words.at(-1) ?? "";
  const stems = new Set(words.map(stem));
  return new Set(termsOf(analyse(text)).filter((term) => stems.has(stem(term)) || term.startsWith(last)));
}

/** What others searched for with success and what begins so, most frequent first. */
async function popularQueries({ db }: Context, typed: string): Promise<string[]> {
  const { query, shown, searches, results } = searchPopular;
  const begins = and(gte(query, typed), lt(query, `${typed}\u{10ffff}`), gt(results, 0), gte(searches, fewestSearches));
  const rows = await db.select({ shown }).from(searchPopular).where(begins).orderBy(desc(searches)).limit(mostQueries);
  return rows.map((row) => row.shown);
}
