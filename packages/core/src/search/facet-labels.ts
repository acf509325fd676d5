import { getCategoryTree, listAttributes, listBrandRefs, type AttributeView, type CategoryNode, type CategoryTree, type RefView } from "../catalog/index.ts";
import { Cached, type Context } from "../kernel/index.ts";

/** What the ids and codes of facets are called. */
export interface FacetLabels {
  tree: CategoryTree;
  brandsById: ReadonlyMap<string, RefView>;
  brandsBySlug: ReadonlyMap<string, RefView>;
  /** In the order in which they are shown. */
  attributes: readonly AttributeView[];
  attributesByCode: ReadonlyMap<string, AttributeView>;
}

const cachedNames = new Cached(loadNames);

/** May be some seconds old. */
export async function getFacetLabels(ctx: Context): Promise<FacetLabels> {
  return { tree: await getCategoryTree(ctx), ...(await cachedNames.get(ctx)) };
}

async function loadNames(ctx: Context): Promise<Omit<FacetLabels, "tree">> {
  const brands = await listBrandRefs(ctx);
  const attributes = await listAttributes(ctx);
  return {
    brandsById: new Map(brands.map((brand) => [brand.id, brand])),
    brandsBySlug: new Map(brands.map((brand) => [brand.slug, brand])),
    attributes,
    attributesByCode: new Map(attributes.map((attribute) => [attribute.code, attribute])),
  };
}

export function findCategory({ tree }: FacetLabels, handle: string): CategoryNode | null {
  return tree.bySlug.get(handle) ?? tree.byId.get(handle) ?? null;
}
