import type { Outputs } from "./client.ts";
import type { Session } from "./cli.ts";
import { CliError, exitCodes, UsageError } from "./errors.ts";
import { oneLine } from "./output/style.ts";

export type VariantRef = Outputs["catalog"]["findVariants"][number];

const largestLookUp = 40;

/** The one variant that a SKU, variant id, barcode or product slug names; several are listed for the person. */
export async function findOneVariant({ api, out }: Session, handle: string): Promise<VariantRef> {
  const found = await api.catalog.findVariants.query({ handles: [handle] });
  const [only, ...others] = found;
  if (!only) {
    throw new CliError(`There is no variant "${handle}". Give a SKU, variant id, barcode or product slug.`, exitCodes.notFound);
  }
  if (others.length > 0) {
    for (const variant of found) out.say(`  ${variant.sku ?? variant.id}  ${variantName(variant)}`);
    throw new UsageError(`"${handle}" names ${found.length} variants. Give the SKU or id of one of these.`);
  }
  return only;
}

/** The one variant that each handle names, in their order. All that nothing answers to are told at once. */
export async function findEachVariant({ api }: Session, handles: readonly string[]): Promise<VariantRef[]> {
  const unique = [...new Set(handles)];
  const byHandle = new Map<string, Map<string, VariantRef>>();
  for (let at = 0; at < unique.length; at += largestLookUp) {
    for (const variant of await api.catalog.findVariants.query({ handles: unique.slice(at, at + largestLookUp) })) {
      for (const name of [variant.id, variant.sku, variant.barcode, variant.productSlug]) {
        if (name !== null) byHandle.set(name, (byHandle.get(name) ?? new Map<string, VariantRef>()).set(variant.id, variant));
      }
    }
  }
  const unknown = unique.filter((handle) => !byHandle.has(handle));
  if (unknown.length > 0) throw new CliError(`There is no variant ${unknown.map((handle) => `"${handle}"`).join(", ")}.`, exitCodes.notFound);
  return handles.map((handle) => {
    const [only, ...others] = byHandle.get(handle)?.values() ?? [];
    if (!only || others.length > 0) throw new UsageError(`"${handle}" names ${others.length + 1} variants. Give a SKU.`);
    return only;
  });
}

/** Variants by id, to give names to what only knows ids. */
export async function findVariantsById({ api }: Session, ids: readonly string[]): Promise<Map<string, VariantRef>> {
  const unique = [...new Set(ids)];
  const byId = new Map<string, VariantRef>();
  for (let at = 0; at < unique.length; at += largestLookUp) {
    const found = await api.catalog.findVariants.query({ handles: unique.slice(at, at + largestLookUp) });
    for (const variant of found) byId.set(variant.id, variant);
  }
  return byId;
}

/** `Blue shirt, M / Blue`. */
export function variantName({ productTitle, variantTitle }: Pick<VariantRef, "productTitle" | "variantTitle">): string {
  return oneLine(variantTitle ? `${productTitle}, ${variantTitle}` : productTitle);
}
