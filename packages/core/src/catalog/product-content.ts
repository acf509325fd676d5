import type { ProductStatus } from "@cartwright/db/constants/catalog";

/** All that a product says of itself, with its references resolved to ids: what is compared and written. */
export interface ProductContent {
  slug: string;
  title: string;
  descriptionHtml: string;
  status: ProductStatus;
  brandId: string | null;
  seoTitle: string | null;
  seoDescription: string | null;
  publishedAt: Date | null;
  categoryIds: string[];
  tagIds: string[];
  options: OptionContent[];
  images: ImageContent[];
  variants: VariantContent[];
  attributes: AttributeContent[];
}

export interface OptionContent {
  name: string;
  values: string[];
}

export interface ImageContent {
  /** Set when it is one the product already has. */
  id?: string | undefined;
  mediaId: string | null;
  sourceUrl: string | null;
  alt: string;
}

export interface VariantContent {
  /** Set when it is one the product already has. */
  id?: string | undefined;
  sku: string | null;
  barcode: string | null;
  /** A value for each option, in the order of the options. */
  values: string[];
  /** By currency. */
  prices: PriceContent[];
  weightGrams: number | null;
  /** Its place among the product's images. */
  imageIndex: number | null;
}

export interface PriceContent {
  currency: string;
  priceMinor: number;
  compareAtMinor: number | null;
}

export interface AttributeContent {
  attributeId: string;
  textValue: string | null;
  numberValue: number | null;
  booleanValue: boolean | null;
  choiceId: string | null;
}

/** A product as it is in the database, without its archived variants. */
export interface StoredProduct extends ProductContent {
  id: string;
  createdAt: Date;
  updatedAt: Date;
  archivedAt: Date | null;
  options: (OptionContent & { id: string; valueIds: string[] })[];
  images: (ImageContent & { id: string; hash: string | null })[];
  variants: (VariantContent & { id: string })[];
}

/** Lowest and highest price in a currency, in minor units. */
export function priceRange(variants: readonly VariantContent[], currency: string): { from: number | null; to: number | null } {
  let from: number | null = null;
  let to: number | null = null;
  for (const { prices } of variants) {
    for (const price of prices) {
      if (price.currency !== currency) continue;
      if (from === null || price.priceMinor < from) from = price.priceMinor;
      if (to === null || price.priceMinor > to) to = price.priceMinor;
    }
  }
  return { from, to };
}

interface SentPrice {
  priceMinor: number;
  compareAtMinor?: number | null | undefined;
}

/** The price in the shop's currency and those in others, in one list by currency. A compare-at price of 0 is none. */
export function pricesOf(sent: SentPrice & { prices: Record<string, SentPrice> }, shopCurrency: string): PriceContent[] {
  const price = (currency: string, { priceMinor, compareAtMinor }: SentPrice) => ({
    currency,
    priceMinor,
    compareAtMinor: compareAtMinor || null,
  });
  const others = Object.entries(sent.prices).filter(([currency]) => currency !== shopCurrency);
  const prices = [price(shopCurrency, sent), ...others.map(([currency, other]) => price(currency, other))];
  return prices.length === 1 ? prices : prices.toSorted((a, b) => (a.currency < b.currency ? -1 : 1));
}
