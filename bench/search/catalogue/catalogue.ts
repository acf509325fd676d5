/** What the bench needs to know of a product: what it is judged by, and what its misspelt queries are made of. */
export interface CatalogueProduct {
  slug: string;
  title: string;
  skus: readonly string[];
}

export interface Catalogue {
  name: string;
  products: readonly CatalogueProduct[];
  /** What the importer is given; null for the demo shop, which makes itself. */
  importFile: string | null;
}
