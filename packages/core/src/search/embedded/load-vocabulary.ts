import { searchTerms } from "@cartwright/db";
import { and, asc, eq, gte, sql } from "drizzle-orm";
import { setImmediate as breathe } from "node:timers/promises";
import type { Context } from "../../kernel/index.ts";
import { getIndexes, type IndexRow } from "./index-state.ts";
import { Vocabulary } from "./vocabulary.ts";

const page = 10_000;
/** Beyond, only words that names have are kept in memory: some 60 MB. */
const mostTerms = 400_000;

interface Kept {
  vocabulary: Vocabulary;
  generation: number;
  /** All changes up to this one are in. */
  changes: number;
  loading: Promise<void> | null;
}

const kept = new WeakMap<Context["db"], Kept>();

/** The words of the index that answers. The first call waits until they are there; later ones may get them a second old. */
export async function getVocabulary(ctx: Context): Promise<{ index: IndexRow; vocabulary: Vocabulary }> {
  const { active } = await getIndexes(ctx);
  const own = kept.get(ctx.db);
  if (own && own.generation === active.generation) {
    if (own.changes < active.changes) await catchUp(ctx, own, active);
    else if (own.loading) await own.loading;
    return { index: active, vocabulary: own.vocabulary };
  }
  const fresh: Kept = { vocabulary: new Vocabulary(), generation: active.generation, changes: -1, loading: null };
  kept.set(ctx.db, fresh);
  try {
    await catchUp(ctx, fresh, active);
  } catch (error) {
    kept.delete(ctx.db);
    throw error;
  }
  return { index: active, vocabulary: fresh.vocabulary };
}

/** One reader at a time; who comes meanwhile waits for it. */
async function catchUp(ctx: Context, own: Kept, index: IndexRow): Promise<void> {
  own.loading ??= read(ctx, own, index).finally(() => {
    own.loading = null;
  });
  await own.loading;
}

async function read({ db }: Context, own: Kept, { slot, changes }: IndexRow): Promise<void> {
  const { since, term } = searchTerms;
  for (let last = { since: own.changes, term: "\uffff" }; ; ) {
    const rows = await db
      .select({ text: term, documents: searchTerms.documents, named: searchTerms.named, since })
      .from(searchTerms)
      .where(and(eq(searchTerms.slot, slot), gte(since, last.since), sql`(${since}, ${term}) > (${last.since}, ${last.term})`))
      .orderBy(asc(since), asc(term))
      .limit(page);
    const isFull = own.vocabulary.size > mostTerms;
    const terms = rows.map(({ text, documents, named }) => ({ text, documents, named }));
    own.vocabulary.add(isFull ? terms.filter(({ named }) => named > 0) : terms);
    const end = rows.at(-1);
    if (!end || rows.length < page) break;
    last = { since: end.since, term: end.text };
    // A large shop has as many words as take a second to read: others are served in between.
    await breathe();
  }
  own.changes = changes;
}
