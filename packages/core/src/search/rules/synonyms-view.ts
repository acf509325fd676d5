import type { searchSynonyms } from "@cartwright/db";
import type { SynonymsView } from "./views.ts";

export function synonymsView({ id, kind, terms, replacements, createdAt }: typeof searchSynonyms.$inferSelect): SynonymsView {
  return { id, kind, terms, replacements, createdAt: createdAt.toISOString() };
}
