import type { SQL } from "drizzle-orm";
import type { Db } from "../db.ts";
import type { Match } from "./match.ts";

export type Slot = 0 | 1;

/** The order in which documents are looked at: best first, or by what a shopper chose. */
export type DocumentOrder = "best" | "newest" | "price_asc" | "price_desc" | "name";

export interface DocumentWish {
  slot: Slot;
  /** Null for documents with any words. */
  match: Match | null;
  /** On the columns of `search_documents`. */
  condition?: SQL | undefined;
  order: DocumentOrder;
  /** At most so many documents. */
  limit: number;
}

/** A document as ranking and counting read it. */
export interface DocumentRow {
  doc: number;
  product_id: string;
  fields: string;
  facets: string;
  popularity: number;
  price_minor: number | null;
}

/** A database's full-text index over the words of documents. */
export interface FullText {
  /** Numbers of documents. Of those in the order "best" at least the ranks follow each other. */
  find(db: Db, wish: DocumentWish): Promise<number[]>;
  /** Those of the documents that are still there, in no order. */
  load(db: Db, docs: readonly number[]): Promise<DocumentRow[]>;
  /** Words are separated by spaces. */
  write(db: Db, slot: Slot, documents: readonly { doc: number; words: string }[]): Promise<void>;
  remove(db: Db, slot: Slot, docs: readonly number[]): Promise<void>;
  clear(db: Db, slot: Slot): Promise<void>;
  /** After a write, in its transaction: what was written is found as quickly as the rest. */
  settle(db: Db, slot: Slot): Promise<void>;
  /** Makes reading quick again after very many writes, a step at a time and each in a transaction: true when there is more to do. */
  tidy(db: Db, slot: Slot): Promise<boolean>;
  /** What the index takes on disk, its documents and vocabulary too. */
  sizeBytes(db: Db): Promise<number>;
}

/** Documents of both slots in the order of their numbers: the slot comes first, then one of eight ranks, then a count. */
export const docsPerRank = 2 ** 40;
export const rankCount = 8;
export const slotStart = (slot: Slot) => slot * rankCount * docsPerRank;
