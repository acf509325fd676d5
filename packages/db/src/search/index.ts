import { dialect } from "../columns.ts";
import { postgresFullText } from "./postgres.ts";
import { sqliteFullText } from "./sqlite.ts";
import type { FullText } from "./full-text.ts";

/** The full-text index of the database that this process uses. */
export const fullText: FullText = dialect === "postgres" ? postgresFullText : sqliteFullText;
export { docsPerRank, rankCount, slotStart, type DocumentOrder, type DocumentRow, type DocumentWish, type FullText, type Slot } from "./full-text.ts";
export type { Match } from "./match.ts";
