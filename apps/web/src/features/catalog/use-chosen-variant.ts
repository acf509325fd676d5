import { useState } from "react";
import { chosenVariant, type ProductView, type VariantView } from "./choose-variant.ts";

/**
 * The variant the address names, else the first that could be bought when the page was opened: that one stays, also
 * when it sells out before the visitor's eyes.
 */
export function useChosenVariant(product: ProductView, named: string | undefined, available: ReadonlyMap<string, number>): VariantView {
  const [kept, setKept] = useState(() => firstChoice(product, available));
  const first = kept.productId === product.id ? kept : firstChoice(product, available);
  if (first !== kept) setKept(first);
  return chosenVariant(product, named ?? first.variantId, available);
}

function firstChoice(product: ProductView, available: ReadonlyMap<string, number>) {
  return { productId: product.id, variantId: chosenVariant(product, undefined, available).id };
}
