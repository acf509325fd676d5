import type { Outputs } from "../../lib/trpc.ts";

export type ProductView = Outputs["catalog"]["getProduct"]["product"];
export type VariantView = ProductView["variants"][number];

type Availability = ReadonlyMap<string, number>;

export interface OptionValueState {
  value: string;
  isChosen: boolean;
  /** `missing`: it is not made together with the other values chosen; choosing it changes those. */
  state: "available" | "sold_out" | "missing";
  /** Where choosing it leads. */
  variant: VariantView;
}

/** The variant the address names, else the first that can be bought, else the first. */
export function chosenVariant({ variants }: Pick<ProductView, "variants">, variantId: string | undefined, available: Availability): VariantView {
  const chosen =
    variants.find((variant) => variant.id === variantId) ?? variants.find((variant) => stockOf(variant, available) > 0) ?? variants[0];
  if (!chosen) throw new Error("every product has a variant");
  return chosen;
}

/** Each value of an option as it can be chosen beside the other values of `current`. */
export function optionValues(
  { options, variants }: Pick<ProductView, "options" | "variants">,
  name: string,
  current: VariantView,
  available: Availability,
): OptionValueState[] {
  const option = options.find((candidate) => candidate.name === name);
  return (option?.values ?? []).flatMap((value) => {
    const wanted: Record<string, string> = { ...current.options, [name]: value };
    const candidates = variants.filter((variant) => variant.options[name] === value);
    const exact = candidates.find((variant) => matches(variant, wanted) === Object.keys(wanted).length);
    const variant = exact ?? closest(candidates, wanted, available);
    if (!variant) return [];
    const state = !exact ? "missing" : stockOf(exact, available) > 0 ? "available" : "sold_out";
    return [{ value, isChosen: current.options[name] === value, state, variant } as const];
  });
}

/** Units to be had: the latest known, else those that came with the page. */
export function stockOf(variant: VariantView, available: Availability): number {
  return available.get(variant.id) ?? variant.available;
}

function closest(candidates: readonly VariantView[], wanted: Record<string, string>, available: Availability): VariantView | undefined {
  const score = (variant: VariantView) => matches(variant, wanted) * 2 + (stockOf(variant, available) > 0 ? 1 : 0);
  return candidates.toSorted((a, b) => score(b) - score(a))[0];
}

function matches(variant: VariantView, wanted: Record<string, string>): number {
  return Object.entries(wanted).filter(([name, value]) => variant.options[name] === value).length;
}
