import { chunked } from "@cartwright/db";
import { openBalances } from "../inventory/index.ts";
import type { Context } from "../kernel/index.ts";
import type { ImportProduct } from "./schemas.ts";

interface Stocked {
  draft: ImportProduct;
  /** In the order of the draft's variants. */
  variantIds: readonly string[];
}

/** Opening balances of what the file gives stock for. Returns the variants whose stock was opened now. */
export async function openStock(ctx: Context, products: readonly Stocked[]): Promise<Set<string>> {
  const balances = products.flatMap(({ draft, variantIds }) =>
    draft.variants.flatMap(({ stock }, i) => {
      const variantId = variantIds[i];
      return stock && variantId !== undefined ? [{ variantId, quantity: stock, reference: "import" }] : [];
    }),
  );
  const opened = new Set<string>();
  for (const chunk of chunked(balances)) {
    for (const id of await openBalances(ctx, chunk)) opened.add(id);
  }
  return opened;
}
