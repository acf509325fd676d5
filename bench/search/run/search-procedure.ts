// All that the bench knows of the shop's search: what it is called, what it takes and what it answers.

export const procedure = "search.products";
/** A command that ends when all products are in a fresh index. */
export const rebuildWords = ["search", "rebuild"];

/** The largest page there is. */
const perPage = 48;

export function inputFor(text: string): Record<string, unknown> {
  return { text, page: 1, perPage };
}

export interface SearchAnswer {
  slugs: string[];
  /** The engine that answered, where the shop says so: one that is down may be stood in for. */
  engine: string | null;
}

/** Errors: the answer has no hits with a slug. */
export function readAnswer(data: unknown): SearchAnswer {
  const { hits, engine } = data as { hits?: { slug?: unknown }[]; engine?: unknown };
  const slugs = hits?.map(({ slug }) => slug);
  if (!slugs?.every((slug) => typeof slug === "string")) throw new Error(`${procedure} answered without hits that have a slug`);
  return { slugs, engine: typeof engine === "string" ? engine : null };
}
