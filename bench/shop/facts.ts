/** What the load generator has to know of a shop that was filled. */
export interface ShopFacts {
  products: number;
  /** Of a spread of products, in no order. */
  slugs: string[];
  /** For sale and in stock. */
  variantIds: string[];
  /** Of which there are only so many units as was asked for. */
  scarceVariantIds: string[];
  /** Departments and leaves. */
  categorySlugs: string[];
  shippingMethod: string;
  address: Record<string, string>;
}
