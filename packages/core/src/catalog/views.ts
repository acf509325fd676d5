import type { AttributeType, ProductStatus } from "@cartwright/db/constants/catalog";
import type { Money } from "../kernel/money.ts";
import type { Page } from "../kernel/page.ts";
import type { ImportProduct } from "./schemas.ts";

export interface ImageView {
  id: string;
  /** The full picture, and the same narrower for lists. */
  url: string;
  thumbnailUrl: string;
  alt: string;
  width: number | null;
  height: number | null;
}

export interface RefView {
  id: string;
  slug: string;
  name: string;
}

/** What a list shows of a product. */
export interface ProductCardView {
  id: string;
  slug: string;
  title: string;
  brand: RefView | null;
  image: ImageView | null;
  /** The lowest price of its variants, whether they differ, and the struck-through price of the cheapest. */
  priceFrom: Money | null;
  hasPriceRange: boolean;
  compareAt: Money | null;
  isInStock: boolean;
}

export interface ProductListView extends Page<ProductCardView> {
  category: RefView | null;
}

export interface VariantView {
  id: string;
  sku: string | null;
  barcode: string | null;
  /** Option values in the order of the product's options, `M / Blue`; empty when there are none. */
  title: string;
  options: Record<string, string>;
  price: Money;
  compareAt: Money | null;
  weightGrams: number | null;
  imageId: string | null;
  /** Units that can be sold now. */
  available: number;
}

export interface AttributeValueView {
  code: string;
  name: string;
  type: AttributeType;
  unit: string | null;
  /** Names of the choices for a list. */
  value: string | number | boolean | string[];
}

export interface ProductView {
  id: string;
  slug: string;
  title: string;
  descriptionHtml: string;
  status: ProductStatus;
  brand: RefView | null;
  /** From a root down to the product's first category. */
  breadcrumbs: RefView[];
  categories: RefView[];
  tags: RefView[];
  options: { name: string; values: string[] }[];
  variants: VariantView[];
  images: ImageView[];
  attributes: AttributeValueView[];
  seoTitle: string | null;
  seoDescription: string | null;
  publishedAt: string | null;
  createdAt: string;
  updatedAt: string;
}

/** `redirectedFrom` is set when an old slug was asked for: send the browser to `product.slug`. */
export interface ProductPageView {
  product: ProductView;
  redirectedFrom: string | null;
}

export interface CategoryNodeView extends RefView {
  /** Active products in it and below. */
  productCount: number;
  children: CategoryNodeView[];
}

export interface CategoryView extends RefView {
  description: string;
  parentId: string | null;
  breadcrumbs: RefView[];
  children: (RefView & { productCount: number })[];
  productCount: number;
  seoTitle: string | null;
  seoDescription: string | null;
  redirectedFrom: string | null;
}

export interface BrandView extends RefView {
  description: string;
  productCount: number;
}

/** What a list can be narrowed by. Counts are of the category or brand as a whole. */
export interface FiltersView {
  brands: (RefView & { count: number })[];
  price: { minMinor: number; maxMinor: number; currency: string } | null;
  attributes: AttributeFacetView[];
}

export interface AttributeFacetView {
  code: string;
  name: string;
  type: AttributeType;
  unit: string | null;
  /** For text, list and boolean: `value` goes into the filter, `label` is for people. */
  values: { value: string; label: string; count: number }[];
  /** For numbers. */
  range: { min: number; max: number } | null;
}

export interface AttributeView {
  id: string;
  code: string;
  name: string;
  type: AttributeType;
  unit: string | null;
  isFacet: boolean;
  choices: { slug: string; name: string }[];
}

export interface StaffProductRowView {
  id: string;
  slug: string;
  title: string;
  status: ProductStatus;
  brand: string | null;
  variantCount: number;
  priceFrom: Money | null;
  available: number;
  updatedAt: string;
}

/** Enough of a variant to name it to a person. */
export interface VariantRefView {
  id: string;
  sku: string | null;
  barcode: string | null;
  productId: string;
  productSlug: string;
  productTitle: string;
  /** Empty when the product has no options. */
  variantTitle: string;
}

export type ImportOutcome = "created" | "updated" | "unchanged" | "failed";

/** One entry a product, in the order they were sent. */
export interface ImportReportView {
  results: {
    row: number;
    slug: string | null;
    outcome: ImportOutcome;
    /** For dry runs and updates: what differs, by field name. */
    changes: string[];
    /** `row` and `field` where it is known, `title`, `variants.2.priceMinor` … */
    errors: { row: number; field: string; message: string }[];
    warnings: string[];
  }[];
}

/** Products complete, in the order of their slugs, as an import takes them. */
export interface ExportPageView {
  products: Omit<ImportProduct, "row">[];
  nextCursor: string | null;
}
