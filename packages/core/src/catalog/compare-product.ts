import type { AttributeContent, ProductContent, StoredProduct, VariantContent } from "./product-content.ts";

const plainFields = ["slug", "title", "descriptionHtml", "status", "seoTitle", "seoDescription"] as const;

/** The names of the fields in which the next content differs, `title` or `variants.0.prices`; empty when in none. */
export function compareProduct(stored: StoredProduct, next: ProductContent): string[] {
  const changes: string[] = plainFields.filter((field) => stored[field] !== next[field]);
  if (stored.brandId !== next.brandId) changes.push("brand");
  if (stored.publishedAt?.getTime() !== next.publishedAt?.getTime()) changes.push("publishedAt");
  if (!isSameList(stored.categoryIds, next.categoryIds)) changes.push("categories");
  if (!isSameSet(stored.tagIds, next.tagIds)) changes.push("tags");
  if (!isSame(stored.options.map(optionKey), next.options.map(optionKey))) changes.push("options");
  if (!isSame(stored.images.map(imageKey), next.images.map(imageKey))) changes.push("images");
  if (!isSameSet(stored.attributes.map(attributeKey), next.attributes.map(attributeKey))) changes.push("attributes");
  return [...changes, ...compareVariants(stored.variants, next.variants)];
}

/** Variants of the next content carry the ids they were matched to. */
function compareVariants(stored: readonly VariantContent[], next: readonly VariantContent[]): string[] {
  if (!isSameList(stored.map((variant) => variant.id), next.map((variant) => variant.id))) return ["variants"];
  return next.flatMap((variant, i) => {
    const before = stored[i];
    if (!before) return [];
    const fields = (["sku", "barcode", "weightGrams"] as const).filter((field) => before[field] !== variant[field]);
    return [
      ...fields,
      ...(before.imageIndex === variant.imageIndex ? [] : ["image"]),
      ...(isSameList(before.values, variant.values) ? [] : ["options"]),
      ...(isSame(before.prices.map(priceKey), variant.prices.map(priceKey)) ? [] : ["prices"]),
    ].map((field) => `variants.${i}.${field}`);
  });
}

const optionKey = (option: { name: string; values: readonly string[] }) => JSON.stringify([option.name, option.values]);
const imageKey = (image: ProductContent["images"][number]) => JSON.stringify([image.id, image.mediaId, image.sourceUrl, image.alt]);
const priceKey = (price: VariantContent["prices"][number]) => `${price.currency} ${price.priceMinor} ${price.compareAtMinor}`;
const attributeKey = (value: AttributeContent) =>
  JSON.stringify([value.attributeId, value.textValue, value.numberValue, value.booleanValue, value.choiceId]);

const isSame = isSameList<string>;

function isSameList<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((value, i) => value === b[i]);
}

function isSameSet(a: readonly string[], b: readonly string[]): boolean {
  if (a.length === 0 || b.length === 0) return a.length === b.length;
  const set = new Set(a);
  return set.size === new Set(b).size && b.every((value) => set.has(value));
}
