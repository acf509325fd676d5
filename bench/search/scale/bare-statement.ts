import { analyse } from "@cartwright/core/search";
import { dialect, type Database } from "@cartwright/db";

export interface BareWish {
  /** The table of the index that answers. */
  table: string;
  text: string;
  /** The last word may go on. */
  isBeginning: boolean;
  limit: number;
}

/**
 * What full-text search alone takes for the same words: one statement for the documents that have all of them, ranked by
 * the database, without typing errors, facets or products.
 */
export async function askBare({ driver }: Database, wish: BareWish): Promise<void> {
  const words = analyse(wish.text).map(({ forms }) => forms[0]?.join("") ?? "");
  if (words.length === 0) return;
  await driver.run(dialect === "postgres" ? bareTsquery(words, wish) : bareFts5(words, wish));
}

function bareFts5(words: readonly string[], { table, isBeginning, limit }: BareWish) {
  const match = words.map((word) => `"${word}"`).join(" AND ") + (isBeginning ? " *" : "");
  return { sql: `select rowid from ${table} where ${table} match ? order by rank limit ${limit}`, params: [match], rows: "arrays" as const };
}

function bareTsquery(words: readonly string[], { table, isBeginning, limit }: BareWish) {
  const query = words.map((word) => `'${word}'`).join(" & ") + (isBeginning ? ":*" : "");
  return { sql: `select doc from ${table} where words @@ $1::tsquery order by ts_rank(words, $1::tsquery) desc limit ${limit}`, params: [query], rows: "arrays" as const };
}
