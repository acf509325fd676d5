import type { Outputs } from "../../lib/trpc.ts";

export type Suggestions = Outputs["search"]["suggest"];

/** How many of each are offered: what is above stays in sight. */
const most = { queries: 4, categories: 3, products: 5 };

interface Group<Kind extends string, Item> {
  kind: Kind;
  title: string;
  items: Item[];
  /** The place of its first item among all. */
  start: number;
}

export interface SuggestionGroups {
  queries: Group<"queries", Suggestions["queries"][number]>;
  categories: Group<"categories", Suggestions["categories"][number]>;
  products: Group<"products", Suggestions["products"][number]>;
  /** Of all together. */
  count: number;
}

/** Suggestions as they are walked through, from the first query to the last product. */
export function suggestionGroups(suggestions: Suggestions): SuggestionGroups {
  const queries = suggestions.queries.slice(0, most.queries);
  const categories = suggestions.categories.slice(0, most.categories);
  const products = suggestions.products.slice(0, most.products);
  return {
    queries: { kind: "queries", title: "Searches", items: queries, start: 0 },
    categories: { kind: "categories", title: "Categories", items: categories, start: queries.length },
    products: { kind: "products", title: "Products", items: products, start: queries.length + categories.length },
    count: queries.length + categories.length + products.length,
  };
}

export const suggestedProducts = most.products;
