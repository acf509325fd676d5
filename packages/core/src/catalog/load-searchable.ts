import {
  attributeChoices,
  attributes,
  brands,
  media,
  productAttributes,
  productCategories,
  productImages,
  products,
  productOptionValues,
  productTags,
  tags,
  variantOptionValues,
  variants,
} from "@cartwright/db";
import type { AttributeType } from "@cartwright/db/constants/catalog";
import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import { isAvailable } from "../inventory/index.ts";
import type { Context } from "../kernel/index.ts";
import { loadCategoryTree, pathTo, refOf } from "./category-tree.ts";
import { groupBy } from "./group-by.ts";
import { imageColumns, imageView } from "./image-view.ts";
import type { RefView } from "./views.ts";

/** An active product with all that it can be found by. */
export interface SearchableProduct {
  id: string;
  slug: string;
  title: string;
  sortKey: string;
  descriptionHtml: string;
  brand: RefView | null;
  /** Its own and all above, each once; the names of its own come first. */
  categories: RefView[];
  tags: string[];
  /** Of variants for sale, each once. */
  optionValues: string[];
  variantIds: string[];
  skus: string[];
  barcodes: string[];
  attributes: SearchableAttribute[];
  /** Minor units of the shop's currency. */
  priceMinMinor: number | null;
  priceMaxMinor: number | null;
  isInStock: boolean;
  imageUrl: string | null;
  publishedAt: Date | null;
  createdAt: Date;
}

export interface SearchableAttribute {
  code: string;
  name: string;
  type: AttributeType;
  unit: string | null;
  isFacet: boolean;
  /** `value` is what a filter is given, `label` is for people. */
  values: { value: string; label: string }[];
}

/** Those of the products that are active, in the order of the ids. Seven statements for up to some hundred of them. */
export async function loadSearchable(ctx: Context, ids: readonly string[]): Promise<SearchableProduct[]> {
  if (ids.length === 0) return [];
  const wanted = [...ids];
  const rows = (await productRows(ctx, wanted)).filter(({ status }) => status === "active");
  const parts = {
    variants: groupBy(await variantRows(ctx, wanted), (row) => row.productId),
    options: groupBy(await optionRows(ctx, wanted), (row) => row.productId),
    tags: groupBy(await tagRows(ctx, wanted), (row) => row.productId),
    attributes: groupBy(await attributeRows(ctx, wanted), (row) => row.productId),
    categories: groupBy(await categoryRows(ctx, wanted), (row) => row.productId),
  };
  const tree = await loadCategoryTree(ctx);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return wanted.flatMap((id) => {
    const row = byId.get(id);
    if (!row) return [];
    const { status: _, brandId, brandSlug, brandName, imageId, imageHash, imageSource, imageAlt, imageWidth, imageHeight, ...own } = row;
    const live = parts.variants.get(id) ?? [];
    const nodes = (parts.categories.get(id) ?? []).flatMap(({ categoryId }) => tree.byId.get(categoryId) ?? []);
    const above = new Set([...nodes, ...nodes.flatMap(pathTo)]);
    return {
      ...own,
      brand: brandId && brandSlug && brandName ? { id: brandId, slug: brandSlug, name: brandName } : null,
      categories: [...above].map(refOf),
      tags: (parts.tags.get(id) ?? []).map((tag) => tag.name),
      optionValues: [...new Set((parts.options.get(id) ?? []).map((option) => option.name))],
      variantIds: live.map((variant) => variant.id),
      skus: live.flatMap((variant) => variant.sku ?? []),
      barcodes: live.flatMap((variant) => variant.barcode ?? []),
      attributes: attributesOf(parts.attributes.get(id) ?? []),
      isInStock: live.some((variant) => variant.isAvailable),
      imageUrl: imageView({ imageId, imageHash, imageSource, imageAlt, imageWidth, imageHeight })?.thumbnailUrl ?? null,
    };
  });
}

/** Of any status: asked for active ones, SQLite would rather read all of those than look up some ids. */
const productRows = ({ db }: Context, ids: string[]) =>
  db
    .select({
      id: products.id,
      status: products.status,
      slug: products.slug,
      title: products.title,
      sortKey: products.sortKey,
      descriptionHtml: products.descriptionHtml,
      priceMinMinor: products.priceFromMinor,
      priceMaxMinor: products.priceToMinor,
      publishedAt: products.publishedAt,
      createdAt: products.createdAt,
      brandId: brands.id,
      brandSlug: brands.slug,
      brandName: brands.name,
      ...imageColumns,
    })
    .from(products)
    .leftJoin(brands, and(eq(brands.id, products.brandId), isNull(brands.archivedAt)))
    .leftJoin(productImages, and(eq(productImages.productId, products.id), eq(productImages.position, 0)))
    .leftJoin(media, eq(media.id, productImages.mediaId))
    .where(inArray(products.id, ids));

const variantRows = ({ db }: Context, ids: string[]) =>
  db
    .select({
      id: variants.id,
      productId: variants.productId,
      sku: variants.sku,
      barcode: variants.barcode,
      isAvailable: sql<boolean>`${isAvailable(variants.id)}`.mapWith(Boolean),
    })
    .from(variants)
    .where(and(inArray(variants.productId, ids), isNull(variants.archivedAt)))
    .orderBy(asc(variants.productId), asc(variants.position), asc(variants.id));

const optionRows = ({ db }: Context, ids: string[]) =>
  db
    .select({ productId: variants.productId, name: productOptionValues.name })
    .from(variants)
    .innerJoin(variantOptionValues, eq(variantOptionValues.variantId, variants.id))
    .innerJoin(productOptionValues, eq(productOptionValues.id, variantOptionValues.optionValueId))
    .where(and(inArray(variants.productId, ids), isNull(variants.archivedAt)))
    .orderBy(asc(variants.productId), asc(variants.position), asc(productOptionValues.position), asc(productOptionValues.id));

const tagRows = ({ db }: Context, ids: string[]) =>
  db
    .select({ productId: productTags.productId, name: tags.name })
    .from(productTags)
    .innerJoin(tags, eq(tags.id, productTags.tagId))
    .where(inArray(productTags.productId, ids))
    .orderBy(asc(productTags.productId), asc(tags.slug));

const categoryRows = ({ db }: Context, ids: string[]) =>
  db
    .select({ productId: productCategories.productId, categoryId: productCategories.categoryId })
    .from(productCategories)
    .where(inArray(productCategories.productId, ids))
    .orderBy(asc(productCategories.productId), asc(productCategories.position));

const attributeRows = ({ db }: Context, ids: string[]) =>
  db
    .select({
      productId: productAttributes.productId,
      code: attributes.code,
      name: attributes.name,
      type: attributes.type,
      unit: attributes.unit,
      isFacet: attributes.isFacet,
      textValue: productAttributes.textValue,
      numberValue: productAttributes.numberValue,
      booleanValue: productAttributes.booleanValue,
      choiceSlug: attributeChoices.slug,
      choiceName: attributeChoices.name,
    })
    .from(productAttributes)
    .innerJoin(attributes, and(eq(attributes.id, productAttributes.attributeId), isNull(attributes.archivedAt)))
    .leftJoin(attributeChoices, eq(attributeChoices.id, productAttributes.choiceId))
    .where(inArray(productAttributes.productId, ids))
    .orderBy(asc(productAttributes.productId), asc(attributes.code), asc(attributeChoices.position), asc(attributeChoices.slug));

type AttributeRow = Awaited<ReturnType<typeof attributeRows>>[number];

function attributesOf(rows: readonly AttributeRow[]): SearchableAttribute[] {
  return [...groupBy(rows, (row) => row.code).values()].flatMap((own) => {
    const [first] = own;
    if (!first) return [];
    const { code, name, type, unit, isFacet } = first;
    return [{ code, name, type, unit, isFacet, values: own.flatMap(valueOf) }];
  });
}

function valueOf({ textValue, numberValue, booleanValue, choiceSlug, choiceName, unit }: AttributeRow): SearchableAttribute["values"] {
  if (choiceSlug !== null) return [{ value: choiceSlug, label: choiceName ?? choiceSlug }];
  if (textValue !== null) return [{ value: textValue, label: textValue }];
  if (numberValue !== null) return [{ value: String(numberValue), label: unit ? `${numberValue} ${unit}` : String(numberValue) }];
  if (booleanValue !== null) return [{ value: String(booleanValue), label: booleanValue ? "Yes" : "No" }];
  return [];
}
