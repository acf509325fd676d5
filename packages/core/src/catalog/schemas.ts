import { attributeTypes, productStatuses } from "@cartwright/db/constants/catalog";
import { z } from "zod";
import { Moment } from "../kernel/moment.ts";
import { PageInput } from "../kernel/page.ts";

const maxAmountMinor = 1_000_000_000_000;

export const Slug = z
  .string()
  .min(1)
  .max(100)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "Use lower-case letters, digits and single hyphens, such as blue-shirt.");
/** Any text, without NUL and halves of characters, which databases refuse or change. */
const Text = z.string().overwrite((text) => (/[\0\p{Surrogate}]/u.test(text) ? text.replace(/[\0\p{Surrogate}]/gu, "") : text));
export const CatalogId = Text.min(1).max(60);
/** A product, category or brand by id or by slug. */
export const Handle = Text.min(1).max(100);
const Name = Text.trim().min(1).max(200);
const Html = Text.max(100_000);
const Amount = z.int().min(0).max(maxAmountMinor);
const Currency = z.string().regex(/^[A-Z]{3}$/);
const AttributeCode = z
  .string()
  .min(1)
  .max(60)
  .regex(/^[a-z][a-z0-9_]*$/, "Use lower-case letters, digits and _, such as capacity_ml.");
const ImageAddress = Text.min(1).max(2_000).regex(/^(https?:\/\/|\/)\S+$/, "Give an address that starts with http://, https:// or /.");

export const productSorts = ["newest", "price_asc", "price_desc", "name_asc", "name_desc"] as const;
export const ProductSort = z.enum(productSorts);
export type ProductSort = z.infer<typeof ProductSort>;

export const productSortLabels: Record<ProductSort, string> = {
  newest: "Newest first",
  price_asc: "Price, low to high",
  price_desc: "Price, high to low",
  name_asc: "Name, A to Z",
  name_desc: "Name, Z to A",
};

/** One attribute to filter by: any of `values` (text, list: the choice's slug, boolean: "true"/"false"), or a number range. */
export const AttributeFilter = z.object({
  code: Text.min(1).max(60),
  values: z.array(Text.max(200)).max(50).optional(),
  min: z.number().optional(),
  max: z.number().optional(),
});
export type AttributeFilter = z.infer<typeof AttributeFilter>;

const filterShape = {
  /** Slugs; a category includes everything below it. */
  category: Handle.optional(),
  brands: z.array(Handle).max(50).optional(),
  tags: z.array(Handle).max(50).optional(),
  priceMinMinor: Amount.optional(),
  priceMaxMinor: Amount.optional(),
  attributes: z.array(AttributeFilter).max(20).optional(),
  inStock: z.boolean().optional(),
};

export const ListProductsInput = PageInput.extend({ ...filterShape, sort: ProductSort.default("newest") });
export type ListProductsInput = z.infer<typeof ListProductsInput>;

/** For staff: any status, found by a part of title, slug or SKU too. */
export const ListProductsForStaffInput = PageInput.extend({
  status: z.enum(productStatuses).optional(),
  text: Text.trim().max(200).optional(),
  category: Handle.optional(),
});
export type ListProductsForStaffInput = z.infer<typeof ListProductsForStaffInput>;

export const GetProductInput = z.object({ slug: Handle });
export const GetProductForStaffInput = z.object({ product: Handle });
export const GetCategoryInput = z.object({ slug: Handle });
export const GetFiltersInput = z.object({ category: Handle.optional(), brand: Handle.optional() });

/** Variants by id, SKU, barcode or the slug of their product (then all of it). For staff. */
export const FindVariantsInput = z.object({ handles: z.array(Text.trim().min(1).max(100)).min(1).max(100) });
export type FindVariantsInput = z.infer<typeof FindVariantsInput>;

export const ImageInput = z.object({
  id: CatalogId.optional(),
  /** Either a stored picture or an address; an address that can't be fetched is kept as it is. */
  mediaId: CatalogId.optional(),
  url: z.url({ protocol: /^https?$/, error: "Give an address that starts with http:// or https://." }).max(2_000).optional(),
  alt: Text.trim().max(500).default(""),
});
export type ImageInput = z.infer<typeof ImageInput>;

export const VariantInput = z.object({
  id: CatalogId.optional(),
  sku: Text.trim().min(1).max(100).nullish(),
  barcode: Text.trim().min(1).max(100).nullish(),
  /** A value for each of the product's options, by the option's name. */
  options: z.record(Text.trim(), Name).default({}),
  priceMinor: Amount,
  compareAtMinor: Amount.nullish(),
  /** Prices in more currencies, by ISO 4217 code; without them a variant that is known keeps those it has. */
  prices: z.record(Currency, z.object({ priceMinor: Amount, compareAtMinor: Amount.nullish() })).optional(),
  weightGrams: z.int().min(0).max(10_000_000).nullish(),
  /** The variant's own picture: its place in the product's images, from 0. */
  image: z.int().min(0).max(249).nullish(),
});
export type VariantInput = z.infer<typeof VariantInput>;

/** A value's type must be that of its attribute: text, number, boolean, or names of choices for a list. */
export const AttributeValueInput = z.union([Text.max(500), z.number(), z.boolean(), z.array(Text.max(200)).max(50)]);
export type AttributeValueInput = z.infer<typeof AttributeValueInput>;

const productShape = {
  title: Name,
  slug: Slug.optional(),
  descriptionHtml: Html.default(""),
  status: z.enum(["draft", "active"]).default("draft"),
  /** Id or slug. */
  brand: Handle.nullish(),
  categories: z.array(Handle).max(50).default([]),
  /** Names; a tag that is new is made. */
  tags: z.array(Text.trim().min(1).max(100)).max(250).default([]),
  options: z.array(z.object({ name: Name, values: z.array(Name).min(1).max(200) })).max(5).default([]),
  variants: z.array(VariantInput).min(1).max(250),
  images: z.array(ImageInput).max(250).default([]),
  attributes: z.record(Text.max(60), AttributeValueInput).default({}),
  seoTitle: Text.trim().max(200).nullish(),
  seoDescription: Text.trim().max(500).nullish(),
};
export const CreateProductInput = z.object({ ...productShape, publishedAt: Moment.optional() });
export type CreateProductInput = z.infer<typeof CreateProductInput>;
export type CreateProductDraft = z.input<typeof CreateProductInput>;

/** Only what is given changes; a list that is given replaces the old one (variants are matched by id, then SKU, then options). */
export const UpdateProductInput = z.object({
  product: Handle,
  title: Name.optional(),
  slug: Slug.optional(),
  descriptionHtml: Html.optional(),
  status: z.enum(["draft", "active"]).optional(),
  brand: Handle.nullish(),
  categories: z.array(Handle).max(50).optional(),
  tags: z.array(Text.trim().min(1).max(100)).max(250).optional(),
  options: z.array(z.object({ name: Name, values: z.array(Name).min(1).max(200) })).max(5).optional(),
  variants: z.array(VariantInput).min(1).max(250).optional(),
  images: z.array(ImageInput).max(250).optional(),
  attributes: z.record(Text.max(60), AttributeValueInput).optional(),
  seoTitle: Text.trim().max(200).nullish(),
  seoDescription: Text.trim().max(500).nullish(),
});
export type UpdateProductInput = z.infer<typeof UpdateProductInput>;

export const ArchiveProductInput = z.object({ product: Handle });

export const CreateCategoryInput = z.object({
  name: Name,
  slug: Slug.optional(),
  /** Id or slug of the category above; none for a root. */
  parent: Handle.nullish(),
  description: Text.max(5_000).default(""),
  position: z.int().min(0).max(100_000).optional(),
  seoTitle: Text.max(200).nullish(),
  seoDescription: Text.max(500).nullish(),
});
export type CreateCategoryInput = z.infer<typeof CreateCategoryInput>;
export const UpdateCategoryInput = z.object({
  category: Handle,
  name: Name.optional(),
  slug: Slug.optional(),
  parent: Handle.nullish(),
  description: Text.max(5_000).optional(),
  position: z.int().min(0).max(100_000).optional(),
  seoTitle: Text.max(200).nullish(),
  seoDescription: Text.max(500).nullish(),
});
export type UpdateCategoryInput = z.infer<typeof UpdateCategoryInput>;
export const ArchiveCategoryInput = z.object({ category: Handle });

export const CreateBrandInput = z.object({ name: Name, slug: Slug.optional(), description: Text.max(5_000).default("") });
export type CreateBrandInput = z.infer<typeof CreateBrandInput>;
export const UpdateBrandInput = z.object({
  brand: Handle,
  name: Name.optional(),
  slug: Slug.optional(),
  description: Text.max(5_000).optional(),
});
export type UpdateBrandInput = z.infer<typeof UpdateBrandInput>;
export const ArchiveBrandInput = z.object({ brand: Handle });

export const CreateAttributeInput = z
  .object({
    code: AttributeCode,
    name: Name,
    type: z.enum(attributeTypes),
    unit: Text.trim().min(1).max(20).nullish(),
    isFacet: z.boolean().default(true),
    choices: z.array(Name).max(500).default([]),
    position: z.int().min(0).max(100_000).optional(),
  })
  .refine((input) => input.type === "number" || !input.unit, { path: ["unit"], message: "Only numbers have a unit." });
export type CreateAttributeInput = z.infer<typeof CreateAttributeInput>;
export const UpdateAttributeInput = z.object({
  attribute: Handle,
  name: Name.optional(),
  unit: Text.trim().min(1).max(20).nullish(),
  isFacet: z.boolean().optional(),
  /** Choices to add by name; existing ones stay. */
  addChoices: z.array(Name).max(500).optional(),
  position: z.int().min(0).max(100_000).optional(),
});
export type UpdateAttributeInput = z.infer<typeof UpdateAttributeInput>;
export const ArchiveAttributeInput = z.object({ attribute: Handle });

/**
 * One product of an import file, complete: what it says replaces what was there. `row` is the line of the
 * file it starts at, for reports. Stock is an opening balance: it counts only where a level has no movement yet.
 */
export const ImportProduct = z.object({
  row: z.int().min(1),
  slug: Slug,
  title: Name,
  descriptionHtml: Html.default(""),
  status: z.enum(productStatuses).default("active"),
  /** A name; a brand that is new is made. */
  brand: Text.trim().min(1).max(200).nullish(),
  /** Paths of names from the root, `["Kitchen", "Cookware"]`; what is missing is made. */
  categories: z.array(z.array(Name).min(1).max(20)).max(50).default([]),
  tags: z.array(Text.trim().min(1).max(100)).max(250).default([]),
  options: z.array(Name).max(5).default([]),
  variants: z
    .array(
      z.object({
        row: z.int().min(1),
        sku: Text.trim().min(1).max(100).nullish(),
        barcode: Text.trim().min(1).max(100).nullish(),
        options: z.array(Name).max(5).default([]),
        priceMinor: Amount,
        compareAtMinor: Amount.nullish(),
        prices: z.record(Currency, z.object({ priceMinor: Amount, compareAtMinor: Amount.nullish() })).default({}),
        weightGrams: z.int().min(0).max(10_000_000).nullish(),
        imageUrl: ImageAddress.nullish(),
        stock: z.int().min(0).max(100_000_000).nullish(),
      }),
    )
    .min(1)
    .max(250),
  images: z.array(z.object({ url: ImageAddress, alt: Text.max(500).default("") })).max(250).default([]),
  attributes: z
    .array(
      z.object({
        code: AttributeCode,
        name: Name.optional(),
        type: z.enum(attributeTypes),
        unit: Text.max(20).nullish(),
        value: AttributeValueInput,
      }),
    )
    .max(100)
    .default([]),
  seoTitle: Text.trim().max(200).nullish(),
  seoDescription: Text.trim().max(500).nullish(),
  publishedAt: Moment.nullish(),
});
export type ImportProduct = z.infer<typeof ImportProduct>;
export type ImportProductDraft = z.input<typeof ImportProduct>;

/** Products are checked one by one, so that one bad row does not refuse its batch. */
export const ImportProductsInput = z.object({
  products: z.array(z.unknown()).min(1).max(500),
  isDryRun: z.boolean().default(false),
});
export type ImportProductsInput = z.infer<typeof ImportProductsInput>;

export const ExportProductsInput = z.object({
  cursor: z.string().max(2_000).nullish(),
  limit: z.int().min(1).max(500).default(200),
});
export type ExportProductsInput = z.infer<typeof ExportProductsInput>;
