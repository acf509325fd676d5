import type { ImageContent, OptionContent, StoredProduct, VariantContent } from "./product-content.ts";

/** Gives variants the ids of the stored ones they mean: by id, then by SKU, then by option values. Each is meant once. */
export function matchVariants(stored: StoredProduct["variants"], next: readonly VariantContent[]): VariantContent[] {
  const taken = new Set(next.flatMap((variant) => variant.id ?? []));
  const take = (variant: StoredProduct["variants"][number] | undefined) => {
    if (variant) taken.add(variant.id);
    return variant?.id;
  };
  const bySku = next.map((variant) => {
    if (variant.id !== undefined) return variant;
    return { ...variant, id: take(stored.find((old) => old.sku !== null && old.sku === variant.sku && !taken.has(old.id))) };
  });
  return bySku.map((variant) => {
    if (variant.id !== undefined) return variant;
    const key = JSON.stringify(variant.values);
    return { ...variant, id: take(stored.find((old) => !taken.has(old.id) && JSON.stringify(old.values) === key)) };
  });
}

/** Gives pictures the ids of the stored ones with the same source. */
export function matchImages(stored: StoredProduct["images"], next: readonly ImageContent[]): ImageContent[] {
  const taken = new Set(next.flatMap((image) => image.id ?? []));
  return next.map((image) => {
    if (image.id !== undefined) return image;
    const same = stored.find((old) => !taken.has(old.id) && old.mediaId === image.mediaId && old.sourceUrl === image.sourceUrl);
    if (same) taken.add(same.id);
    return { ...image, id: same?.id };
  });
}

/**
 * The options of a product whose variants alone say which values there are: stored values that are still of use, or
 * never were, keep their place, new ones follow in the order they come.
 */
export function mergeOptions(stored: StoredProduct | undefined, names: readonly string[], variants: readonly VariantContent[]): OptionContent[] {
  return names.map((name, i) => {
    const used = [...new Set(variants.map((variant) => variant.values[i] ?? ""))];
    const j = stored?.options.findIndex((option) => option.name === name) ?? -1;
    const before = stored?.options[j]?.values ?? [];
    const lost = new Set(stored?.variants.map((variant) => variant.values[j]).filter((value) => !used.includes(value ?? "")));
    const kept = before.filter((value) => !lost.has(value));
    return { name, values: [...kept, ...used.filter((value) => !before.includes(value))] };
  });
}
