import type { OptionContent, VariantContent } from "./product-content.ts";
import type { Problem } from "./problems.ts";

/** Variants as somebody sent them, with the value of each option under the option's name. */
export interface SentVariant extends Omit<VariantContent, "values"> {
  options: Record<string, string>;
  currencies: string[];
}

/** What is wrong with options and variants between themselves. */
export function checkProduct(
  product: { options: readonly OptionContent[]; variants: readonly SentVariant[]; imageCount: number },
  shopCurrency: string,
): Problem[] {
  const problems = product.options.flatMap((option, i) => checkOption(product.options, option, i));
  const seen = { skus: new Map<string, number>(), combinations: new Map<string, number>(), ids: new Map<string, number>() };
  product.variants.forEach((variant, i) => {
    const at = `variants.${i}`;
    problems.push(...checkVariantOptions(product.options, variant, at));
    const combination = JSON.stringify(valuesOf(product.options, variant));
    note(seen.combinations, combination, i, (first) => {
      problems.push({ field: `${at}.options`, message: `Variants ${first + 1} and ${i + 1} have the same options.` });
    });
    if (variant.sku !== null) {
      note(seen.skus, variant.sku, i, () => problems.push({ field: `${at}.sku`, message: `The SKU "${variant.sku}" is given twice.` }));
    }
    if (variant.id !== undefined) {
      note(seen.ids, variant.id, i, () => problems.push({ field: `${at}.id`, message: `The variant ${variant.id} is given twice.` }));
    }
    if (variant.imageIndex !== null && variant.imageIndex >= product.imageCount) {
      problems.push({ field: `${at}.image`, message: `There is no picture ${variant.imageIndex}; pictures count from 0.` });
    }
    if (variant.currencies.includes(shopCurrency)) {
      problems.push({ field: `${at}.prices.${shopCurrency}`, message: `The price in ${shopCurrency} belongs into priceMinor.` });
    }
  });
  return problems;
}

/** The variant's values in the order of the options; what is missing is empty. */
export function valuesOf(options: readonly OptionContent[], variant: Pick<SentVariant, "options">): string[] {
  return options.map(({ name }) => (Object.hasOwn(variant.options, name) ? (variant.options[name] ?? "") : ""));
}

function checkOption(options: readonly OptionContent[], option: OptionContent, i: number): Problem[] {
  const problems: Problem[] = [];
  if (options.findIndex((other) => other.name === option.name) < i) {
    problems.push({ field: `options.${i}.name`, message: `The option "${option.name}" is given twice.` });
  }
  const twice = option.values.findIndex((value, j) => option.values.indexOf(value) < j);
  if (twice >= 0) {
    problems.push({ field: `options.${i}.values.${twice}`, message: `"${option.values[twice]}" is given twice.` });
  }
  return problems;
}

function checkVariantOptions(options: readonly OptionContent[], variant: SentVariant, at: string): Problem[] {
  const missing = options.flatMap(({ name, values }) => {
    const value = Object.hasOwn(variant.options, name) ? variant.options[name] : undefined;
    if (value === undefined) return [{ field: `${at}.options.${name}`, message: `This variant needs a value for "${name}".` }];
    if (values.includes(value)) return [];
    return [{ field: `${at}.options.${name}`, message: `"${value}" is not among the values of "${name}".` }];
  });
  const unknown = Object.keys(variant.options)
    .filter((name) => !options.some((option) => option.name === name))
    .map((name) => ({ field: `${at}.options.${name}`, message: `The product has no option "${name}".` }));
  return [...missing, ...unknown];
}

function note(seen: Map<string, number>, key: string, i: number, onRepeat: (first: number) => void): void {
  const first = seen.get(key);
  if (first === undefined) seen.set(key, i);
  else onRepeat(first);
}
