import { valuesOf, type SentVariant } from "./check-product.ts";
import { pricesOf, type OptionContent, type VariantContent } from "./product-content.ts";
import type { VariantInput } from "./schemas.ts";

/** A variant of a form, with its prices in one list. */
export function sentVariant(input: VariantInput, shopCurrency: string): SentVariant {
  return {
    id: input.id,
    sku: input.sku ?? null,
    barcode: input.barcode ?? null,
    options: input.options,
    prices: pricesOf({ ...input, prices: input.prices ?? {} }, shopCurrency),
    currencies: Object.keys(input.prices ?? {}),
    weightGrams: input.weightGrams ?? null,
    imageIndex: input.image ?? null,
  };
}

export function variantContent(variant: SentVariant, options: readonly OptionContent[]): VariantContent {
  const { options: _, currencies: __, ...content } = variant;
  return { ...content, values: valuesOf(options, variant) };
}

/** A stored variant as if it had been sent, to be checked against what else changes. */
export function resentVariant({ values, ...variant }: VariantContent, options: readonly OptionContent[]): SentVariant {
  return { ...variant, options: Object.fromEntries(options.map(({ name }, i) => [name, values[i] ?? ""])), currencies: [] };
}
