import type { AttributeType } from "@cartwright/db/constants/catalog";
import type { RefView } from "../catalog/index.ts";

/** All that an index knows of a product. The same for every engine. */
export interface SearchDocument {
  productId: string;
  slug: string;
  title: string;
  /** What the title is sorted by. */
  sortKey: string;
  brand: RefView | null;
  /** Its own categories and all above, by id. */
  categoryIds: string[];
  categoryNames: string[];
  tags: string[];
  /** Of variants for sale. */
  optionValues: string[];
  attributes: DocumentAttribute[];
  /** Plain text. */
  description: string;
  skus: string[];
  barcodes: string[];
  /** Minor units of the shop's currency. */
  priceMinMinor: number | null;
  priceMaxMinor: number | null;
  currency: string;
  inStock: boolean;
  /** Units sold lately. Not part of the hash: it changes all the time and finds no other products. */
  popularity: number;
  imageUrl: string | null;
  publishedAt: string | null;
  createdAt: string;
  /** Of all the rest: two documents with one hash are the same. */
  hash: string;
}

export interface DocumentAttribute {
  code: string;
  name: string;
  type: AttributeType;
  isFacet: boolean;
  /** `value` is what a filter takes (of a number too, as text), `label` is for people. */
  values: { value: string; label: string }[];
}
