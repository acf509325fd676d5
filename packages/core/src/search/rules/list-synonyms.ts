import { searchSynonyms } from "@cartwright/db";
import { asc } from "drizzle-orm";
import { requirePermission, type Context } from "../../kernel/index.ts";
import { synonymsView } from "./synonyms-view.ts";
import type { SynonymsView } from "./views.ts";

/** All synonyms of the shop, oldest first. Errors: `access.*`. */
export async function listSynonyms(ctx: Context): Promise<SynonymsView[]> {
  requirePermission(ctx, "search.read");
  return (await ctx.db.select().from(searchSynonyms).orderBy(asc(searchSynonyms.id))).map(synonymsView);
}
