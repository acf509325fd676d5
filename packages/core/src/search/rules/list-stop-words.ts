import { searchStopWords } from "@cartwright/db";
import { asc } from "drizzle-orm";
import { requirePermission, type Context } from "../../kernel/index.ts";
import type { StopWordView } from "./views.ts";

/** The shop's own stop words by the alphabet; those of every shop are not among them. Errors: `access.*`. */
export async function listStopWords(ctx: Context): Promise<StopWordView[]> {
  requirePermission(ctx, "search.read");
  const rows = await ctx.db.select().from(searchStopWords).orderBy(asc(searchStopWords.word));
  return rows.map(({ word, createdAt }) => ({ word, createdAt: createdAt.toISOString() }));
}
