import {
  attributeChoices,
  attributes,
  brands,
  media,
  productAttributes,
  productCategories,
  productImages,
  productOptions,
  productOptionValues,
  products,
  productTags,
  tags,
  variantOptionValues,
  variantPrices,
  variants,
  type Db,
} from "@cartwright/db";
import { and, asc, eq, isNull, or, sql } from "drizzle-orm";
import { availableSum } from "../inventory/index.ts";
import { imageColumns } from "./image-view.ts";

const productId = sql.placeholder("productId");

/** The product's own row, by id or by the slug of one that is not archived. */
export const productRow = (db: Db, by: "id" | "slug") =>
  db
    .select({
      id: products.id,
      slug: products.slug,
      title: products.title,
      descriptionHtml: products.descriptionHtml,
      status: products.status,
      seoTitle: products.seoTitle,
      seoDescription: products.seoDescription,
      publishedAt: products.publishedAt,
      createdAt: products.createdAt,
      updatedAt: products.updatedAt,
      brandId: brands.id,
      brandSlug: brands.slug,
      brandName: brands.name,
    })
    .from(products)
    .leftJoin(brands, and(eq(brands.id, products.brandId), isNull(brands.archivedAt)))
    .where(
      by === "id"
        ? eq(products.id, sql.placeholder("handle"))
        : and(eq(products.slug, sql.placeholder("handle")), isNull(products.archivedAt)),
    )
    .prepare(`product by ${by}`);

/** Variants for sale; of an archived product those that were archived with it. */
export const variantRows = (db: Db) =>
  db
    .select({
      id: variants.id,
      sku: variants.sku,
      barcode: variants.barcode,
      weightGrams: variants.weightGrams,
      imageId: variants.imageId,
      priceMinor: variantPrices.priceMinor,
      compareAtMinor: variantPrices.compareAtMinor,
      available: availableSum(variants.id),
    })
    .from(variants)
    .innerJoin(products, eq(products.id, variants.productId))
    .innerJoin(variantPrices, and(eq(variantPrices.variantId, variants.id), eq(variantPrices.currency, sql.placeholder("currency"))))
    .where(
      and(eq(variants.productId, productId), or(isNull(variants.archivedAt), eq(variants.archivedAt, products.archivedAt))),
    )
    .orderBy(asc(variants.position), asc(variants.id))
    .prepare("product variants");

/** Every value of every option, once for each variant that has it. */
export const optionRows = (db: Db) =>
  db
    .select({
      optionId: productOptions.id,
      option: productOptions.name,
      valueId: productOptionValues.id,
      value: productOptionValues.name,
      variantId: variantOptionValues.variantId,
    })
    .from(productOptions)
    .innerJoin(productOptionValues, eq(productOptionValues.optionId, productOptions.id))
    .leftJoin(variantOptionValues, eq(variantOptionValues.optionValueId, productOptionValues.id))
    .where(eq(productOptions.productId, productId))
    .orderBy(asc(productOptions.position), asc(productOptionValues.position))
    .prepare("product options");

export const imageRows = (db: Db) =>
  db
    .select(imageColumns)
    .from(productImages)
    .leftJoin(media, eq(media.id, productImages.mediaId))
    .where(eq(productImages.productId, productId))
    .orderBy(asc(productImages.position))
    .prepare("product images");

export const tagRows = (db: Db) =>
  db
    .select({ id: tags.id, slug: tags.slug, name: tags.name })
    .from(productTags)
    .innerJoin(tags, eq(tags.id, productTags.tagId))
    .where(eq(productTags.productId, productId))
    .orderBy(asc(tags.slug))
    .prepare("product tags");

export const categoryRows = (db: Db) =>
  db
    .select({ id: productCategories.categoryId })
    .from(productCategories)
    .where(eq(productCategories.productId, productId))
    .orderBy(asc(productCategories.position))
    .prepare("product categories");

export const attributeRows = (db: Db) =>
  db
    .select({
      code: attributes.code,
      name: attributes.name,
      type: attributes.type,
      unit: attributes.unit,
      textValue: productAttributes.textValue,
      numberValue: productAttributes.numberValue,
      booleanValue: productAttributes.booleanValue,
      choice: attributeChoices.name,
    })
    .from(productAttributes)
    .innerJoin(attributes, and(eq(attributes.id, productAttributes.attributeId), isNull(attributes.archivedAt)))
    .leftJoin(attributeChoices, eq(attributeChoices.id, productAttributes.choiceId))
    .where(eq(productAttributes.productId, productId))
    .orderBy(asc(attributes.position), asc(attributes.code), asc(attributeChoices.position), asc(attributeChoices.slug))
    .prepare("product attributes");

type Rows<Statement extends (db: Db) => { execute(): Promise<unknown[]> }> = Awaited<
  ReturnType<ReturnType<Statement>["execute"]>
>[number];
export type ProductRow = Rows<(db: Db) => ReturnType<typeof productRow>>;
export type VariantRow = Rows<typeof variantRows>;
export type OptionRow = Rows<typeof optionRows>;
export type AttributeRow = Rows<typeof attributeRows>;
