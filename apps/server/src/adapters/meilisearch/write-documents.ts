import type { Context } from "@cartwright/core/kernel";
import type { DocumentSource, SearchDocument } from "@cartwright/core/search";
import { indexedDocument } from "./document.ts";
import { engineError } from "./explain-error.ts";
import type { Link } from "./link.ts";
import { requireIndex } from "./prepare-index.ts";

/** So many products in one request: some 2 MB at most, of the 100 MB that Meilisearch takes. */
export const batchSize = 400;
const mostRounds = 4;

/** Sends documents without waiting for them. Returns the tasks. */
export async function sendDocuments(link: Link, index: string, documents: readonly SearchDocument[]): Promise<number[]> {
  if (documents.length === 0) return [];
  return [await link.enqueue((client) => client.index(index).addDocuments(documents.map(indexedDocument), { primaryKey: "id" }))];
}

/**
 * Brings products to what the source says of them now, and waits until it is so. Two servers may write the same product:
 * who comes last may have read it first. So each reads again afterwards, and goes on until nothing has changed under it.
 */
export async function bringUp(ctx: Context, { link, index, source }: { link: Link; index: string; source: DocumentSource }, productIds: readonly string[]): Promise<void> {
  await requireIndex(link, index);
  let ids = productIds;
  let documents = await source.load(ctx, ids);
  for (let round = 0; ids.length > 0; round += 1) {
    if (round === mostRounds) throw engineError("Products change faster than Meilisearch can be told.");
    const known = new Map(documents.map((document) => [document.productId, document.hash]));
    const gone = ids.filter((id) => !known.has(id));
    const tasks = await sendDocuments(link, index, documents);
    if (gone.length > 0) tasks.push(await link.enqueue((client) => client.index(index).deleteDocuments(gone)));
    await link.finish(tasks);
    const now = new Map((await source.load(ctx, ids)).map((document) => [document.productId, document]));
    ids = ids.filter((id) => now.get(id)?.hash !== known.get(id));
    documents = ids.flatMap((id) => now.get(id) ?? []);
  }
}
