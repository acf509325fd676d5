import { products } from "@cartwright/db";
import { inArray } from "drizzle-orm";
import type { Context } from "../kernel/index.ts";

/** Descriptions as HTML, by product id. */
export async function findDescriptions({ db }: Context, productIds: readonly string[]): Promise<Map<string, string>> {
  if (productIds.length === 0) return new Map();
  const rows = await db.select({ id: products.id, html: products.descriptionHtml }).from(products).where(inArray(products.id, [...productIds]));
  return new Map(rows.map(({ id, html }) => [id, html]));
}
