import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  index,
  integer,
  primaryKey,
  real,
  table,
  text,
  timestamp,
  uniqueIndex,
} from "../columns.ts";
import type { AttributeType, ProductStatus, SlugSubject } from "../constants/catalog.ts";
import { media } from "./media.ts";

export const brands = table(
  "brands",
  {
    id: text("id").primaryKey(),
    slug: text("slug").notNull(),
    name: text("name").notNull(),
    /** Lower case, without accents: names are sorted by it. */
    sortKey: text("sort_key").notNull(),
    description: text("description").notNull(),
    createdAt: timestamp("created_at").notNull(),
    updatedAt: timestamp("updated_at").notNull(),
    archivedAt: timestamp("archived_at"),
  },
  (t) => [uniqueIndex("brands_slug").on(t.slug).where(sql`${t.archivedAt} is null`)],
);

/** A tree of any depth: a category without a parent is a root. */
export const categories = table(
  "categories",
  {
    id: text("id").primaryKey(),
    parentId: text("parent_id"),
    slug: text("slug").notNull(),
    name: text("name").notNull(),
    description: text("description").notNull(),
    position: integer("position").notNull(),
    seoTitle: text("seo_title"),
    seoDescription: text("seo_description"),
    createdAt: timestamp("created_at").notNull(),
    updatedAt: timestamp("updated_at").notNull(),
    archivedAt: timestamp("archived_at"),
  },
  (t) => [
    uniqueIndex("categories_slug").on(t.slug).where(sql`${t.archivedAt} is null`),
    index("categories_parent_id").on(t.parentId),
  ],
);

export const products = table(
  "products",
  {
    id: text("id").primaryKey(),
    slug: text("slug").notNull(),
    title: text("title").notNull(),
    sortKey: text("sort_key").notNull(),
    descriptionHtml: text("description_html").notNull(),
    status: text<ProductStatus>("status").notNull(),
    brandId: text("brand_id").references(() => brands.id),
    seoTitle: text("seo_title"),
    seoDescription: text("seo_description"),
    /** Lowest and highest price of the variants for sale in the shop's currency: what lists show and sort by. */
    priceFromMinor: bigint("price_from_minor"),
    priceToMinor: bigint("price_to_minor"),
    publishedAt: timestamp("published_at"),
    createdAt: timestamp("created_at").notNull(),
    updatedAt: timestamp("updated_at").notNull(),
    archivedAt: timestamp("archived_at"),
  },
  (t) => [
    uniqueIndex("products_slug").on(t.slug).where(sql`${t.archivedAt} is null`),
    index("products_newest").on(t.status, t.publishedAt, t.id),
    index("products_price").on(t.status, t.priceFromMinor, t.id),
    index("products_name").on(t.status, t.sortKey, t.id),
    index("products_brand").on(t.brandId, t.publishedAt, t.id),
  ],
);

/** An address that used to lead somewhere and still does. */
export const slugRedirects = table(
  "slug_redirects",
  {
    subject: text<SlugSubject>("subject").notNull(),
    slug: text("slug").notNull(),
    subjectId: text("subject_id").notNull(),
    createdAt: timestamp("created_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.subject, t.slug] }), index("slug_redirects_subject_id").on(t.subjectId)],
);

export const productImages = table(
  "product_images",
  {
    id: text("id").primaryKey(),
    productId: text("product_id")
      .notNull()
      .references(() => products.id),
    /** Null while the picture is only known by its address. */
    mediaId: text("media_id").references(() => media.id),
    sourceUrl: text("source_url"),
    alt: text("alt").notNull(),
    position: integer("position").notNull(),
  },
  (t) => [index("product_images_product_id").on(t.productId, t.position)],
);

export const productOptions = table(
  "product_options",
  {
    id: text("id").primaryKey(),
    productId: text("product_id")
      .notNull()
      .references(() => products.id),
    name: text("name").notNull(),
    position: integer("position").notNull(),
  },
  (t) => [index("product_options_product_id").on(t.productId)],
);

export const productOptionValues = table(
  "product_option_values",
  {
    id: text("id").primaryKey(),
    optionId: text("option_id")
      .notNull()
      .references(() => productOptions.id),
    name: text("name").notNull(),
    position: integer("position").notNull(),
  },
  (t) => [index("product_option_values_option_id").on(t.optionId)],
);

/** What is bought: one combination of a product's option values. */
export const variants = table(
  "variants",
  {
    id: text("id").primaryKey(),
    productId: text("product_id")
      .notNull()
      .references(() => products.id),
    sku: text("sku"),
    barcode: text("barcode"),
    position: integer("position").notNull(),
    weightGrams: integer("weight_grams"),
    imageId: text("image_id").references(() => productImages.id),
    createdAt: timestamp("created_at").notNull(),
    updatedAt: timestamp("updated_at").notNull(),
    archivedAt: timestamp("archived_at"),
  },
  (t) => [
    index("variants_product_id").on(t.productId, t.position),
    uniqueIndex("variants_sku").on(t.sku).where(sql`${t.archivedAt} is null`),
    index("variants_barcode").on(t.barcode),
  ],
);

export const variantOptionValues = table(
  "variant_option_values",
  {
    variantId: text("variant_id")
      .notNull()
      .references(() => variants.id),
    optionValueId: text("option_value_id")
      .notNull()
      .references(() => productOptionValues.id),
  },
  (t) => [
    primaryKey({ columns: [t.variantId, t.optionValueId] }),
    index("variant_option_values_value").on(t.optionValueId),
  ],
);

/** One price a currency, in its minor units. */
export const variantPrices = table(
  "variant_prices",
  {
    variantId: text("variant_id")
      .notNull()
      .references(() => variants.id),
    currency: text("currency").notNull(),
    priceMinor: bigint("price_minor").notNull(),
    compareAtMinor: bigint("compare_at_minor"),
  },
  (t) => [primaryKey({ columns: [t.variantId, t.currency] })],
);

export const tags = table(
  "tags",
  {
    id: text("id").primaryKey(),
    slug: text("slug").notNull(),
    name: text("name").notNull(),
  },
  (t) => [uniqueIndex("tags_slug").on(t.slug)],
);

export const productTags = table(
  "product_tags",
  {
    productId: text("product_id")
      .notNull()
      .references(() => products.id),
    tagId: text("tag_id")
      .notNull()
      .references(() => tags.id),
  },
  (t) => [primaryKey({ columns: [t.productId, t.tagId] }), index("product_tags_tag_id").on(t.tagId, t.productId)],
);

/** A typed property of products; `unit` belongs to numbers, choices to lists. */
export const attributes = table(
  "attributes",
  {
    id: text("id").primaryKey(),
    code: text("code").notNull(),
    name: text("name").notNull(),
    type: text<AttributeType>("type").notNull(),
    unit: text("unit"),
    isFacet: boolean("is_facet").notNull(),
    position: integer("position").notNull(),
    archivedAt: timestamp("archived_at"),
  },
  (t) => [uniqueIndex("attributes_code").on(t.code).where(sql`${t.archivedAt} is null`)],
);

export const attributeChoices = table(
  "attribute_choices",
  {
    id: text("id").primaryKey(),
    attributeId: text("attribute_id")
      .notNull()
      .references(() => attributes.id),
    slug: text("slug").notNull(),
    name: text("name").notNull(),
    position: integer("position").notNull(),
  },
  (t) => [uniqueIndex("attribute_choices_slug").on(t.attributeId, t.slug)],
);

/** A product's value of an attribute: exactly one of the four is set; a list has one row a choice. */
export const productAttributes = table(
  "product_attributes",
  {
    id: text("id").primaryKey(),
    productId: text("product_id")
      .notNull()
      .references(() => products.id),
    attributeId: text("attribute_id")
      .notNull()
      .references(() => attributes.id),
    textValue: text("text_value"),
    numberValue: real("number_value"),
    booleanValue: boolean("boolean_value"),
    choiceId: text("choice_id").references(() => attributeChoices.id),
  },
  (t) => [
    index("product_attributes_product_id").on(t.productId),
    index("product_attributes_choice_id").on(t.choiceId, t.productId),
  ],
);

/** The categories a product was put into by hand. */
export const productCategories = table(
  "product_categories",
  {
    productId: text("product_id")
      .notNull()
      .references(() => products.id),
    categoryId: text("category_id")
      .notNull()
      .references(() => categories.id),
    position: integer("position").notNull(),
  },
  (t) => [primaryKey({ columns: [t.productId, t.categoryId] }), index("product_categories_category_id").on(t.categoryId)],
);

/**
 * Every active product once for each category it is found under (its own and all above), with copies
 * of what lists sort by, so that a page of any category is one step along one index.
 */
export const categoryListings = table(
  "category_listings",
  {
    categoryId: text("category_id")
      .notNull()
      .references(() => categories.id),
    productId: text("product_id")
      .notNull()
      .references(() => products.id),
    publishedAt: timestamp("published_at").notNull(),
    priceFromMinor: bigint("price_from_minor").notNull(),
    sortKey: text("sort_key").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.productId, t.categoryId] }),
    index("category_listings_newest").on(t.categoryId, t.publishedAt, t.productId),
    index("category_listings_price").on(t.categoryId, t.priceFromMinor, t.productId),
    index("category_listings_name").on(t.categoryId, t.sortKey, t.productId),
  ],
);
