import { searchPopular } from "@cartwright/db";
import { and, desc, gt, gte, lt } from "drizzle-orm";
import { findProductCards, pathTo, type CategoryNode, type CategoryTree } from "../catalog/index.ts";
import { getCategoryTree } from "../catalog/index.ts";
import type { Context } from "../kernel/index.ts";
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
  const { answer } = await askEngine(ctx, (engine) => engine.suggest(ctx, { text, limit, rules }));
  const terms = new Set(answer.matchedTerms);
  const cards = await findProductCards(ctx, answer.products);
  const categories = categoriesFor(await getCategoryTree(ctx), typed);
  const queries = [...new Set([...(await popularQueries(ctx, typed)), ...answer.completions])].slice(0, mostQueries);
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

/** Categories each typed word of which is in their name; of the last one the beginning will do. Names that begin so come first. */
function categoriesFor({ byId }: CategoryTree, typed: string): CategoryNode[] {
  const found = [...byId.values()].filter((node) => meantIn(node.name, typed).size >= new Set(typed.split(" ")).size);
  const isFirst = (node: CategoryNode) => (normalise(node.name).startsWith(typed) ? 0 : 1);
  return found.toSorted((a, b) => isFirst(a) - isFirst(b) || a.name.length - b.name.length || (a.name < b.name ? -1 : 1)).slice(0, mostCategories);
}

/** The terms of a name that the typed words mean. */
function meantIn(name: string, typed: string): Set<string> {
  const words = typed.split(" ");
  const last = words.at(-1) ?? "";
  const stems = new Set(words.map(stem));
  return new Set(termsOf(analyse(name)).filter((term) => stems.has(stem(term)) || term.startsWith(last)));
}

/** What others searched for with success and what begins so, most frequent first. */
async function popularQueries({ db }: Context, typed: string): Promise<string[]> {
  const { query, shown, searches, results } = searchPopular;
  const begins = and(gte(query, typed), lt(query, `${typed}\u{10ffff}`), gt(results, 0));
  const rows = await db.select({ shown }).from(searchPopular).where(begins).orderBy(desc(searches)).limit(mostQueries);
  return rows.map((row) => row.shown);
}
