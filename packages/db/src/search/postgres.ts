import { sql, type SQL } from "drizzle-orm";
import type { Db } from "../db.ts";
import { execute, queryRows } from "../sql.ts";
import { TextQuery } from "../text-query.ts";
import { rankCount, rankTerm, type DocumentRow, type DocumentWish, type FullText, type Slot } from "./full-text.ts";
import { matchText, type Match, type MatchSigns } from "./match.ts";
import { allDocuments, andCondition, documentColumns, orderSql } from "./wish-sql.ts";

const signs: MatchSigns = { quote: (term) => `'${term.replaceAll("\\", "\\\\").replaceAll("'", "''")}'`, begins: ":*", and: " & ", or: " | " };
const tableOf = (slot: Slot) => `search_text_${slot}`;

/**
 * A GIN index over tsvectors of words that are analysed already. It knows no order, so when there are more documents than
 * wanted it is asked once a rank, best first, and stops when it has enough.
 */
export const postgresFullText: FullText = {
  async find(db, wish) {
    const { match, order, limit } = wish;
    if (match === null) return queryRows(db, allDocuments(wish));
    if (order !== "best") return queryRows(db, matching(wish, match, sql`order by ${orderSql(order)} limit ${sql.raw(String(limit))}`));
    if (!wish.isCommon) {
      const found = await some(db, wish, match);
      if (found.length < limit) return found.toSorted((a, b) => a.doc - b.doc);
    }
    const found: DocumentRow[] = [];
    for (let rank = 0; rank < rankCount && found.length < limit; rank += 1) {
      found.push(...(await some(db, { ...wish, limit: limit - found.length }, { all: [match, rankTerm(rank)] })));
    }
    return found;
  },

  async write(db, slot, documents) {
    if (documents.length === 0) return;
    const text = `insert into ${tableOf(slot)} (doc, words) select doc, array_to_tsvector(string_to_array(words, ' ')) from unnest($1::bigint[], $2::text[]) as given (doc, words)`;
    await db.execute(new TextQuery(text, [documents.map(({ doc }) => doc), documents.map(({ words }) => words)]));
  },

  async remove(db, slot, docs) {
    if (docs.length === 0) return;
    await db.execute(new TextQuery(`delete from ${tableOf(slot)} where doc = any($1::bigint[])`, [[...docs]]));
  },

  async clear(db, slot) {
    await execute(db, sql.raw(`truncate ${tableOf(slot)}`));
  },

  async settle(db, slot) {
    // What was written last waits in a list that every search would have to read through.
    await execute(db, sql.raw(`select gin_clean_pending_list('${tableOf(slot)}_words'::regclass)`));
  },

  async tidy() {
    return false;
  },

  async sizeBytes(db) {
    const names = ["search_documents", "search_terms", "search_text_0", "search_text_1"];
    const [row] = await queryRows<{ bytes: number }>(
      db,
      sql.raw(`select (${names.map((name) => `pg_total_relation_size('${name}'::regclass)`).join(" + ")})::bigint as bytes`),
    );
    return Number(row?.bytes ?? 0);
  },
};

/** Any of the documents, in no order. */
function some(db: Db, wish: DocumentWish, match: Match): Promise<DocumentRow[]> {
  return queryRows(db, matching(wish, match, sql`limit ${sql.raw(String(wish.limit))}`));
}

function matching(wish: DocumentWish, match: Match, ending: SQL): SQL {
  return sql`
    select ${documentColumns} from ${sql.raw(tableOf(wish.slot))} as found join search_documents on search_documents.doc = found.doc
    where found.words @@ ${matchText(match, signs)}::tsquery${andCondition(wish)} ${ending}`;
}
