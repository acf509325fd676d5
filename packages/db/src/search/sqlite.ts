import { sql, type SQL } from "drizzle-orm";
import type { Db } from "../db.ts";
import { execute, queryRows } from "../sql.ts";
import { TextQuery } from "../text-query.ts";
import type { DocumentRow, DocumentWish, FullText, Slot } from "./full-text.ts";
import { matchText, type Match, type MatchSigns } from "./match.ts";
import { allDocuments, andCondition, documentColumns, orderSql } from "./wish-sql.ts";

const signs: MatchSigns = { quote: (term) => `"${term.replaceAll('"', '""')}"`, begins: " *", and: " AND ", or: " OR " };
const tableOf = (slot: Slot) => `search_text_${slot}`;

/** How many pages of the index one step of tidying works on: some 20 ms. */
const tidyPages = 200;

/** FTS5. It walks its lists by document number and stops at the limit, so a common word costs no more than a rare one. */
export const sqliteFullText: FullText = {
  async find(db, wish) {
    const [row] = await queryRows<{ docs: string }>(db, wish.match === null ? inOneText(allDocuments(wish)) : matching(wish.match, wish));
    return row ? (JSON.parse(row.docs) as number[]) : []; // Numbers are all that it is made of.
  },

  async load(db, docs) {
    if (docs.length === 0) return [];
    const text = `select ${documentColumns} from search_documents where doc in (select value from json_each(?))`;
    return (await db.execute(new TextQuery(text, [JSON.stringify(docs)]))).rows as unknown as DocumentRow[]; // Just these columns.
  },

  async write(db, slot, documents) {
    const text = `insert into ${tableOf(slot)} (rowid, words) values (?, ?)`;
    for (const { doc, words } of documents) await db.execute(new TextQuery(text, [doc, words]));
  },

  async remove(db, slot, docs) {
    const text = `delete from ${tableOf(slot)} where rowid = ?`;
    for (const doc of docs) await db.execute(new TextQuery(text, [doc]));
  },

  async clear(db, slot) {
    await command(db, slot, "'delete-all'");
  },

  async settle() {},

  async tidy(db, slot) {
    const [before] = await queryRows<{ changes: number }>(db, sql`select total_changes() as changes`);
    await execute(db, sql`insert into ${sql.raw(tableOf(slot))} (${sql.raw(tableOf(slot))}, rank) values ('merge', ${-tidyPages})`);
    const [after] = await queryRows<{ changes: number }>(db, sql`select total_changes() as changes`);
    // As FTS5's manual has it: a merge with nothing to do changes fewer than two rows.
    return (after?.changes ?? 0) - (before?.changes ?? 0) >= 2;
  },

  async sizeBytes(db) {
    const [row] = await queryRows<{ bytes: number | null }>(db, sql`select sum(pgsize) as bytes from dbstat where aggregate = 1 and name like 'search_%' escape '\\'`);
    return row?.bytes ?? 0;
  },
};

/** Mostly the index is all that is asked. Where documents have a say too it goes first, and each that it names is looked up. */
function matching(match: Match, wish: DocumentWish): SQL {
  const table = tableOf(wish.slot);
  if (wish.order === "best" && !wish.condition) {
    const docs = `select rowid as doc from ${table} where ${table} match ? order by rowid limit ${wish.limit}`;
    return new TextQuery(`select json_group_array(doc) as docs from (${docs})`, [matchText(match, signs)]);
  }
  const words = sql.raw(table);
  const isMatch = sql`${words} match ${matchText(match, signs)}`;
  const limit = sql.raw(String(wish.limit));
  return inOneText(sql`
    select search_documents.doc from ${words} cross join search_documents
    where ${isMatch} and search_documents.doc = ${words}.rowid${andCondition(wish)}
    order by ${wish.order === "best" ? sql`${words}.rowid` : orderSql(wish.order)} limit ${limit}`);
}

/** A thousand rows of one number each would cost more than finding them. They keep their order: it is that of the inner query. */
function inOneText(docs: SQL): SQL {
  return sql`select json_group_array(doc) as docs from (${docs})`;
}

async function command(db: Db, slot: Slot, words: string): Promise<void> {
  const table = tableOf(slot);
  await execute(db, sql.raw(`insert into ${table} (${table}) values (${words})`));
}
