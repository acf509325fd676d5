import { fillPlaces, places, prepared, products } from "@cartwright/db";
import { inArray } from "drizzle-orm";
import type { Context } from "../kernel/index.ts";

/** Descriptions as HTML, by product id. */
export async function findDescriptions(ctx: Context, productIds: readonly string[]): Promise<Map<string, string>> {
  if (productIds.length === 0) return new Map();
  const { count, values } = fillPlaces(productIds);
  const rows = await prepared(ctx, `descriptions by id ${count}`, (db) => descriptionsById(db, count)).execute(values);
  return new Map(rows.map(({ id, html }) => [id, html]));
}

const descriptionsById = (db: Context["db"], count: number) =>
  db
    .select({ id: products.id, html: products.descriptionHtml })
    .from(products)
    .where(inArray(products.id, places(count)))
    .prepare(`descriptions by id ${count}`);
