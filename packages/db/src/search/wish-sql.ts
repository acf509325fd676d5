import { sql, type SQL } from "drizzle-orm";
import { searchDocuments } from "../schema/search.ts";
import { docsPerRank, rankCount, slotStart, type DocumentOrder, type DocumentWish } from "./full-text.ts";

/** What `DocumentRow` has. */
export const documentColumns = "doc, product_id, fields, facets, popularity, price_minor";

/** ` and (…)`, or nothing. */
export function andCondition({ condition }: Pick<DocumentWish, "condition">): SQL {
  return condition ? sql` and (${condition})` : sql``;
}

const orders: Record<DocumentOrder, SQL> = {
  best: sql`search_documents.doc`,
  newest: sql`published_at desc, search_documents.doc`,
  price_asc: sql`price_minor, search_documents.doc`,
  price_desc: sql`price_minor desc, search_documents.doc`,
  name: sql`sort_key, search_documents.doc`,
};

export function orderSql(order: DocumentOrder): SQL {
  return orders[order];
}

/** Documents with any words, along their numbers. */
export function allDocuments(wish: DocumentWish): SQL {
  const { slot, order, limit } = wish;
  const from = slotStart(slot);
  return sql`
    select search_documents.doc from ${searchDocuments}
    where search_documents.doc >= ${sql.raw(String(from))} and search_documents.doc < ${sql.raw(String(from + rankCount * docsPerRank))}${andCondition(wish)}
    order by ${orderSql(order)} limit ${sql.raw(String(limit))}`;
}
