import { docsPerRank, fullText, insertAdding, insertMany, searchDocuments, searchIndexes, searchTerms, slotStart } from "@cartwright/db";
import { and, eq, inArray } from "drizzle-orm";
import type { Context } from "../../kernel/index.ts";
import { indexEntry, type IndexEntry } from "./index-entry.ts";
import type { IndexRow } from "./index-state.ts";
import type { SearchDocument } from "../documents.ts";

export interface Batch {
  /** All that were asked about: those without a document leave the index. */
  productIds: readonly string[];
  entries: readonly IndexEntry[];
}

export function batchOf(productIds: readonly string[], documents: readonly SearchDocument[]): Batch {
  return { productIds, entries: documents.map(indexEntry) };
}

/**
 * Brings the products of a batch to what their entries say, in one slot. What is the same stays. Call it in the
 * transaction that holds the index's lock and has read the documents after taking it. Returns how many changed.
 */
export async function writeSlot(ctx: Context, index: IndexRow, { productIds, entries }: Batch): Promise<number> {
  const { db } = ctx;
  const { slot } = index;
  const stored = await loadStored(ctx, slot, productIds);
  const changed = entries.filter(({ document, rank }) => {
    const before = stored.get(document.productId);
    return before === undefined || before.hash !== document.hash || before.rank !== rank;
  });
  const kept = new Set(entries.filter((entry) => !changed.includes(entry)).map(({ document }) => document.productId));
  const leaving = [...stored].flatMap(([productId, { doc }]) => (kept.has(productId) ? [] : [doc]));
  if (changed.length === 0 && leaving.length === 0) return 0;

  if (leaving.length > 0) {
    await fullText.remove(db, slot, leaving);
    await db.delete(searchDocuments).where(inArray(searchDocuments.doc, leaving));
  }
  const changes = index.changes + 1;
  const rows = changed.map((entry, i) => documentRow(index, entry, i));
  await insertMany(db, searchDocuments, rows);
  await fullText.write(db, slot, rows.map(({ doc }, i) => ({ doc, words: changed[i]?.words ?? "" })));
  await fullText.settle(db, slot);
  const isNewText = (entry: IndexEntry) => stored.get(entry.document.productId)?.textHash !== entry.textHash;
  await insertAdding(db, searchTerms, termRows(changed.filter(isNewText), { slot, since: changes }), { key: ["slot", "term"], counts: ["documents", "named"] });
  Object.assign(index, { changes, nextDoc: index.nextDoc + changed.length });
  await db.update(searchIndexes).set({ changes, nextDoc: index.nextDoc, updatedAt: ctx.clock.now() }).where(eq(searchIndexes.slot, slot));
  return Math.max(changed.length, leaving.length);
}

async function loadStored({ db }: Context, slot: number, productIds: readonly string[]) {
  const rows = await db
    .select({ productId: searchDocuments.productId, doc: searchDocuments.doc, hash: searchDocuments.hash, textHash: searchDocuments.textHash })
    .from(searchDocuments)
    .where(and(eq(searchDocuments.slot, slot), inArray(searchDocuments.productId, [...productIds])));
  return new Map(rows.map(({ productId, ...row }) => [productId, { ...row, rank: Math.floor(row.doc / docsPerRank) % 8 }]));
}

function documentRow({ slot, nextDoc }: IndexRow, { document, rank, textHash, fields, facets }: IndexEntry, i: number): typeof searchDocuments.$inferInsert & { doc: number } {
  return {
    doc: slotStart(slot) + rank * docsPerRank + nextDoc + i,
    slot,
    productId: document.productId,
    hash: document.hash,
    textHash,
    fields,
    facets,
    inStock: document.inStock,
    popularity: document.popularity,
    priceMinor: document.priceMinMinor,
    publishedAt: document.publishedAt === null ? null : new Date(document.publishedAt),
    sortKey: document.sortKey,
  };
}

function termRows(entries: readonly IndexEntry[], { slot, since }: { slot: number; since: number }): (typeof searchTerms.$inferInsert)[] {
  const counts = new Map<string, { documents: number; named: number }>();
  for (const { vocabulary } of entries) {
    for (const [term, isNamed] of vocabulary) {
      const count = counts.get(term) ?? { documents: 0, named: 0 };
      counts.set(term, count);
      count.documents += 1;
      if (isNamed) count.named += 1;
    }
  }
  return [...counts].map(([term, count]) => ({ slot, term, ...count, since }));
}
