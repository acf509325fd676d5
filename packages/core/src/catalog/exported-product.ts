import { pathTo, type CategoryTree } from "./category-tree.ts";
import { groupBy } from "./group-by.ts";
import { exportedUrl } from "./import-content.ts";
import type { ExportNames } from "./load-export-names.ts";
import type { PriceContent, StoredProduct } from "./product-content.ts";
import type { ExportPageView } from "./views.ts";

type Exported = ExportPageView["products"][number];

/** A stored product in the shape an import takes: names instead of ids, everything in an order of its own. */
export function exportedProduct(product: StoredProduct, names: ExportNames & { tree: CategoryTree; currency: string }): Exported {
  const { slug, title, descriptionHtml, status, seoTitle, seoDescription } = product;
  return {
    slug,
    title,
    descriptionHtml,
    status,
    brand: product.brandId === null ? null : (names.brands.get(product.brandId) ?? null),
    categories: product.categoryIds.flatMap((id) => {
      const node = names.tree.byId.get(id);
      return node ? [pathTo(node).map((above) => above.name)] : [];
    }),
    tags: product.tagIds.flatMap((id) => names.tags.get(id) ?? []).toSorted(bySlug).map((tag) => tag.name),
    options: product.options.map((option) => option.name),
    variants: product.variants.map((variant, i) => exportedVariant(product, variant, { ...names, row: i + 1 })),
    images: product.images.map((image) => ({ url: exportedUrl(image), alt: image.alt })),
    attributes: exportedAttributes(product, names),
    seoTitle,
    seoDescription,
    publishedAt: product.publishedAt?.toISOString() ?? null,
  };
}

function exportedVariant(
  product: StoredProduct,
  variant: StoredProduct["variants"][number],
  { onHand, currency, row }: ExportNames & { currency: string; row: number },
): Exported["variants"][number] {
  const { id, sku, barcode, values: options, weightGrams, prices, imageIndex } = variant;
  const own = prices.find((price) => price.currency === currency);
  const others = prices.filter((price) => price.currency !== currency);
  const image = imageIndex === null ? undefined : product.images[imageIndex];
  return {
    row,
    sku,
    barcode,
    options,
    priceMinor: own?.priceMinor ?? 0,
    compareAtMinor: own?.compareAtMinor ?? null,
    prices: Object.fromEntries(others.map((price) => [price.currency, amountsOf(price)])),
    weightGrams,
    imageUrl: image ? exportedUrl(image) : null,
    stock: Math.max(0, onHand.get(id) ?? 0),
  };
}

const amountsOf = ({ priceMinor, compareAtMinor }: PriceContent) => ({ priceMinor, compareAtMinor });

function exportedAttributes(product: StoredProduct, names: ExportNames): Exported["attributes"] {
  const exported = [...groupBy(product.attributes, (value) => value.attributeId)].flatMap(([id, values]) => {
    const attribute = names.attributes.get(id);
    const [first] = values;
    if (!attribute || !first) return [];
    const { code, name, type, unit } = attribute;
    const choices = values.flatMap(({ choiceId }) => (choiceId === null ? [] : (names.choices.get(choiceId) ?? [])));
    const value = first.textValue ?? first.numberValue ?? first.booleanValue ?? choices.toSorted(bySlug).map((choice) => choice.name);
    return [{ code, name, type, unit, value }];
  });
  return exported.toSorted((a, b) => (a.code < b.code ? -1 : 1));
}

function bySlug(a: { slug: string }, b: { slug: string }): number {
  return a.slug < b.slug ? -1 : 1;
}
