import { brands } from "@cartwright/db";
import { asc, isNull } from "drizzle-orm";
import type { Context } from "../kernel/index.ts";
import type { RefView } from "./views.ts";

/** All brands by name, and nothing else of them. One statement. */
export function listBrandRefs({ db }: Context): Promise<RefView[]> {
  return db
    .select({ id: brands.id, slug: brands.slug, name: brands.name })
    .from(brands)
    .where(isNull(brands.archivedAt))
    .orderBy(asc(brands.sortKey), asc(brands.id));
}
