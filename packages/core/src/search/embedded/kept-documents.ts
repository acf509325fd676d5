import { fullText } from "@cartwright/db";
import type { Context } from "../../kernel/index.ts";
import type { IndexRow } from "./index-state.ts";
import { NumberLists } from "./number-lists.ts";
import { Numbers, type ReadDocument } from "./read-document.ts";

/** Twice as many are kept at most: some 85 MB, in a large shop. */
const mostDocuments = 80_000;
const mostLines = 500_000;

/** What its number ends with, which is looked up sooner than all of it: documents are counted through, and rarely share it. */
const keyOf = (doc: number) => doc & 0x3fffffff;

/**
 * Documents that searches have read, ready to be ranked and counted. Under its number a document never changes, so nothing
 * here is ever old: a product that changes becomes another document.
 */
export class KeptDocuments {
  readonly numbers = new Numbers();
  private recent = new Map<number, ReadDocument>();
  private older = new Map<number, ReadDocument>();
  private lists = new NumberLists();

  constructor(readonly generation: number) {}

  get(doc: number): ReadDocument | undefined {
    const key = keyOf(doc);
    const found = this.recent.get(key);
    if (found?.doc === doc) return found;
    const old = this.older.get(key);
    return old?.doc === doc ? this.keep(old) : undefined;
  }

  /** Those that were asked for last stay. */
  keep(document: ReadDocument): ReadDocument {
    if (this.recent.size >= mostDocuments) {
      this.older = this.recent;
      this.recent = new Map();
      this.lists = new NumberLists();
    }
    const own = this.lists.take(document);
    this.recent.set(keyOf(own.doc), own);
    return own;
  }

  get isFull(): boolean {
    return this.numbers.facets.length > mostLines;
  }
}

const kept = new WeakMap<Context["db"], KeptDocuments>();

/** What a search works with from its beginning to its end. */
export function keptDocuments(ctx: Context, { generation }: IndexRow): KeptDocuments {
  let own = kept.get(ctx.db);
  if (!own || own.generation !== generation || own.isFull) kept.set(ctx.db, (own = new KeptDocuments(generation)));
  return own;
}

/** The documents in the order of their numbers in `docs`; those that are gone meanwhile are left out. */
export async function readDocuments({ db }: Context, own: KeptDocuments, docs: readonly number[]): Promise<ReadDocument[]> {
  const found = docs.map((doc) => own.get(doc));
  const missing = docs.filter((_, i) => found[i] === undefined);
  if (missing.length === 0) return found as ReadDocument[]; // None is missing.
  const loaded = new Map<number, ReadDocument>();
  for (const row of await fullText.load(db, missing)) {
    loaded.set(row.doc, own.keep(own.numbers.read(row)));
  }
  return docs.flatMap((doc, i) => found[i] ?? loaded.get(doc) ?? []);
}
