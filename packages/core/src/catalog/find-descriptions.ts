import { isInList, prepared, products } from "@cartwright/db";
import { sql } from "drizzle-orm";
import type { Context } from "../kernel/index.ts";

/** Descriptions as HTML, by product id. */
export async function findDescriptions(ctx: Context, productIds: readonly string[]): Promise<Map<string, string>> {
  if (productIds.length === 0) return new Map();
  const rows = await prepared(ctx, "descriptions by id", descriptionsById).execute({ ids: JSON.stringify(productIds) });
  return new Map(rows.map(({ id, html }) => [id, html]));
}

const descriptionsById = (db: Context["db"]) =>
  db
    .select({ id: products.id, html: products.descriptionHtml })
    .from(products)
    .where(isInList(products.id, sql.placeholder("ids")))
    .prepare("descriptions by id");
