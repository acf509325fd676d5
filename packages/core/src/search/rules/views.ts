import type { ProductStatus } from "@cartwright/db/constants/catalog";
import type { SynonymKind } from "@cartwright/db/constants/search";

export interface SynonymsView {
  id: string;
  /** `both`: all of `terms` mean the same; `one_way`: each of `terms` also finds what `replacements` find. */
  kind: SynonymKind;
  terms: string[];
  replacements: string[];
  createdAt: string;
}

export interface StopWordView {
  word: string;
  createdAt: string;
}

export interface PinView {
  /** In its normal form. */
  query: string;
  product: { id: string; slug: string; title: string; status: ProductStatus };
  /** From 0; null for a product that the query never shows. */
  position: number | null;
  createdAt: string;
}

export interface RedirectView {
  /** In its normal form. */
  query: string;
  url: string;
  createdAt: string;
}
