import type { Catalogue } from "../catalogue/catalogue.ts";
import { isUnanswerable, type JudgedQuery } from "./judged-query.ts";

export interface UsableJudgements {
  queries: JudgedQuery[];
  /** Keys of judged products that the catalogue does not have: no engine could find them. */
  unknown: string[];
  /** How many queries were left out, because nothing that is judged relevant is there to be found. */
  dropped: number;
}

/** The judgements with products by slug; a key may be a SKU too. */
export function inCatalogue(queries: readonly JudgedQuery[], { products }: Pick<Catalogue, "products">): UsableJudgements {
  const slugOf = new Map(products.flatMap(({ slug, skus }) => skus.map((sku) => [sku, slug])));
  for (const { slug } of products) slugOf.set(slug, slug);
  const unknown = new Set<string>();
  const translated = queries.map((query) => {
    const grades = new Map<string, number>();
    for (const [key, grade] of query.grades) {
      const slug = slugOf.get(key);
      if (slug === undefined) unknown.add(key);
      else grades.set(slug, Math.max(grade, grades.get(slug) ?? 0));
    }
    return { ...query, grades, isUsable: isUnanswerable(query) || [...grades.values()].some((grade) => grade > 0) };
  });
  const usable = translated.filter(({ isUsable }) => isUsable).map(({ isUsable: _, ...query }) => query);
  return { queries: usable, unknown: [...unknown], dropped: queries.length - usable.length };
}
