import type { ImportProductDraft } from "@cartwright/core/catalog/schemas";

/** Something wrong or worth knowing about a place in a file. */
export interface Problem {
  /** The line in the file, from 1. */
  row: number;
  /** The column or field as the file calls it; empty when it is about the whole row. */
  column: string;
  message: string;
}

/** One product as a file has it. With problems there is no product that could be sent. */
export interface FileProduct {
  row: number;
  slug: string | null;
  product: ImportProductDraft | null;
  problems: Problem[];
  warnings: Problem[];
}

/** A format that can be read. */
export interface FileReading {
  products: AsyncIterable<FileProduct>;
  /** What a field of the import, `variants.2.priceMinor`, is called in this file. */
  columnOf: (field: string, product: ImportProductDraft | null) => string;
}

export interface ReadOptions {
  /** Prices are in it, ISO 4217. */
  currency: string;
  /** Something about the file as a whole, said once. */
  notice: (text: string) => void;
  /** For Shopify: a product without a type goes into a category for each of its tags. */
  areTagsCategories?: boolean;
}

export const productFileFormats = ["shopify", "cartwright-csv", "cartwright-json", "dummyjson"] as const;
export type ProductFileFormat = (typeof productFileFormats)[number];
