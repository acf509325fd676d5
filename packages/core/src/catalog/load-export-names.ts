import { attributeChoices, attributes, brands, chunked, stockLevels, tags } from "@cartwright/db";
import { inArray, isNull, sum } from "drizzle-orm";
import type { Context } from "../kernel/index.ts";
import type { StoredProduct } from "./product-content.ts";

/** What the ids in stored products stand for. */
export interface ExportNames {
  brands: ReadonlyMap<string, string>;
  tags: ReadonlyMap<string, { slug: string; name: string }>;
  attributes: ReadonlyMap<string, typeof attributes.$inferSelect>;
  choices: ReadonlyMap<string, { slug: string; name: string }>;
  /** Units on hand by variant, over all locations. */
  onHand: ReadonlyMap<string, number>;
}

export async function loadExportNames({ db }: Context, products: readonly StoredProduct[]): Promise<ExportNames> {
  const brandIds = products.flatMap((product) => product.brandId ?? []);
  const tagIds = [...new Set(products.flatMap((product) => product.tagIds))];
  const choiceIds = [...new Set(products.flatMap((product) => product.attributes.flatMap((value) => value.choiceId ?? [])))];
  const variantIds = products.flatMap((product) => product.variants.map((variant) => variant.id));
  const brandRows = await db.select().from(brands).where(isNull(brands.archivedAt));
  const attributeRows = await db.select().from(attributes).where(isNull(attributes.archivedAt));
  const tagRows = await gather(tagIds, (ids) => db.select().from(tags).where(inArray(tags.id, ids)));
  const choiceRows = await gather(choiceIds, (ids) => db.select().from(attributeChoices).where(inArray(attributeChoices.id, ids)));
  const stockRows = await gather(variantIds, (ids) =>
    db
      .select({ variantId: stockLevels.variantId, onHand: sum(stockLevels.onHand).mapWith(Number) })
      .from(stockLevels)
      .where(inArray(stockLevels.variantId, ids))
      .groupBy(stockLevels.variantId),
  );
  const used = new Set(brandIds);
  return {
    brands: new Map(brandRows.filter((row) => used.has(row.id)).map((row) => [row.id, row.name])),
    tags: new Map(tagRows.map((row) => [row.id, row])),
    attributes: new Map(attributeRows.map((row) => [row.id, row])),
    choices: new Map(choiceRows.map((row) => [row.id, row])),
    onHand: new Map(stockRows.map((row) => [row.variantId, row.onHand])),
  };
}

async function gather<Row>(ids: readonly string[], load: (ids: string[]) => Promise<Row[]>): Promise<Row[]> {
  const rows: Row[] = [];
  for (const chunk of chunked(ids)) rows.push(...(await load(chunk)));
  return rows;
}
