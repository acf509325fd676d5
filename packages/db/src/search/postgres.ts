import { sql, type SQL } from "drizzle-orm";
import { execute, queryRows } from "../sql.ts";
import { TextQuery } from "../text-query.ts";
import { rankCount, type DocumentRow, type DocumentWish, type FullText, type Slot } from "./full-text.ts";
import { matchText, type Match, type MatchSigns } from "./match.ts";
import { allDocuments, andCondition, documentColumns, orderSql } from "./wish-sql.ts";

const signs: MatchSigns = { quote: (term) => `'${term.replaceAll("\\", "\\\\").replaceAll("'", "''")}'`, begins: ":*", and: " & ", or: " | " };
const tableOf = (slot: Slot) => `search_text_${slot}`;

/** More than there are: as many as match. */
const all = 2 ** 31 - 1;

/**
 * GIN indexes over tsvectors of words that are analysed already. They know no order, so there is one for each rank of
 * documents, and the best are asked until there are enough (`search_best`, in the migration).
 */
export const postgresFullText: FullText = {
  async find(db, wish) {
    const [row] = await queryRows<{ docs: number[] | null }>(db, wish.match === null ? inOneText(allDocuments(wish)) : matching(wish.match, wish));
    return row?.docs ?? [];
  },

  async load(db, docs) {
    if (docs.length === 0) return [];
    const text = `select ${documentColumns} from search_documents where doc = any($1::bigint[])`;
    return (await db.execute(new TextQuery(text, [[...docs]]))).rows as unknown as DocumentRow[]; // Just these columns.
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
    // What was written last waits in lists that every search would have to read through.
    const indexes = Array.from({ length: rankCount }, (_, rank) => `gin_clean_pending_list('${tableOf(slot)}_${rank}_words'::regclass)`);
    await execute(db, sql.raw(`select ${indexes.join(", ")}`));
  },

  async tidy() {
    return false;
  },

  async sizeBytes(db) {
    const [row] = await queryRows<{ bytes: number }>(
      db,
      sql`select sum(pg_total_relation_size(part.relid))::bigint as bytes from (values ('search_documents'), ('search_terms'), ('search_text_0'), ('search_text_1')) as own (name), pg_partition_tree(own.name::regclass) as part`,
    );
    return row?.bytes ?? 0;
  },
};

function matching(match: Match, wish: DocumentWish): SQL {
  const { order, slot, condition } = wish;
  const text = matchText(match, signs);
  if (order === "best" && !condition) return new TextQuery(`select json_agg(doc) as docs from search_best_${slot}($1::tsquery, ${wish.limit}) as found (doc)`, [text]);
  const query = sql`${text}::tsquery`;
  const limit = sql.raw(String(wish.limit));
  if (order === "best") return looked(sql`(select doc from ${sql.raw(tableOf(slot))} where words @@ ${query} offset 0)`, wish, sql`limit ${limit}`);
  return looked(sql`${sql.raw(`search_best_${slot}`)}(${query}, ${sql.raw(String(all))})`, wish, sql`order by ${orderSql(order)} limit ${limit}`);
}

/** Each document that was found is looked up by itself: for a few the planner would rather read all of them. */
function looked(found: SQL, wish: DocumentWish, ending: SQL): SQL {
  return inOneText(sql`
    select search_documents.doc from ${found} as found (doc)
    cross join lateral (select * from search_documents where search_documents.doc = found.doc${andCondition(wish)} offset 0) as search_documents
    ${ending}`);
}

/** A thousand rows of one number each would cost more than finding them. They keep their order: it is that of the inner query. */
function inOneText(docs: SQL): SQL {
  return sql`select json_agg(doc) as docs from (${docs}) as found`;
}
