import { sql } from "drizzle-orm";
import type { Db } from "../db.ts";
import { execute, queryRows } from "../sql.ts";
import { TextQuery } from "../text-query.ts";
import type { DocumentRow, FullText, Slot } from "./full-text.ts";
import { matchText, type MatchSigns } from "./match.ts";
import { allDocuments, andCondition, documentColumns, orderSql } from "./wish-sql.ts";

const signs: MatchSigns = { quote: (term) => `"${term.replaceAll('"', '""')}"`, begins: " *", and: " AND ", or: " OR " };
const tableOf = (slot: Slot) => `search_text_${slot}`;

/** How many pages of the index one step of tidying works on: some 20 ms. */
const tidyPages = 200;

/** FTS5. It walks its lists by document number and stops at the limit, so a common word costs no more than a rare one. */
export const sqliteFullText: FullText = {
  find(db, wish) {
    if (wish.match === null) return queryRows(db, allDocuments(wish));
    const words = sql.raw(tableOf(wish.slot));
    // Left to right: the index is asked first, and each document it names is looked up.
    return queryRows<DocumentRow>(
      db,
      sql`select ${documentColumns} from ${words} cross join search_documents
        where ${words} match ${matchText(wish.match, signs)} and search_documents.doc = ${words}.rowid${andCondition(wish)}
        order by ${wish.order === "best" ? sql`${words}.rowid` : orderSql(wish.order)} limit ${sql.raw(String(wish.limit))}`,
    );
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

async function command(db: Db, slot: Slot, words: string): Promise<void> {
  const table = tableOf(slot);
  await execute(db, sql.raw(`insert into ${table} (${table}) values (${words})`));
}
