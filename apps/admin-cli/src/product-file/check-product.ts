import { ImportProduct, type ImportProductDraft } from "@cartwright/core/catalog/schemas";
import type { FileProduct, FileReading, Problem } from "./file-product.ts";

/** The product as the server will look at it: what it would refuse is a problem here already. */
export function checkProduct(read: FileProduct, columnOf: FileReading["columnOf"]): FileProduct {
  if (!read.product) return read;
  const problems = findProblems(read.product, columnOf);
  return problems.length === 0 ? read : { ...read, product: null, problems };
}

function findProblems(product: ImportProductDraft, columnOf: FileReading["columnOf"]): Problem[] {
  const parsed = ImportProduct.safeParse(product);
  if (parsed.success) return findContradictions(parsed.data, columnOf);
  return parsed.error.issues.map(({ path, message }) => {
    const field = path.map(String).join(".");
    return { row: rowOf(product, field), column: columnOf(field, product), message };
  });
}

/** What no field alone shows. */
function findContradictions(product: ImportProduct, columnOf: FileReading["columnOf"]): Problem[] {
  const problems: Problem[] = [];
  const rowByOptions = new Map<string, number>();
  const rowBySku = new Map<string, number>();
  product.variants.forEach(({ row, options, sku }, at) => {
    const say = (field: string, message: string) => problems.push({ row, column: columnOf(`variants.${at}.${field}`, product), message });
    if (options.length !== product.options.length) {
      say("options.0", `The variant has ${options.length} option values, the product ${product.options.length} options.`);
    }
    const key = JSON.stringify(options);
    const twin = rowByOptions.get(key);
    if (twin === undefined) rowByOptions.set(key, row);
    else say("options.0", `${options.join(" / ") || "A variant without options"} was at line ${twin} already.`);
    if (sku) {
      const before = rowBySku.get(sku);
      if (before === undefined) rowBySku.set(sku, row);
      else say("sku", `The SKU was at line ${before} already.`);
    }
  });
  return problems;
}

/** The line of the variant that a field belongs to, else the product's first. */
export function rowOf({ row, variants }: ImportProductDraft, field: string): number {
  const place = /^variants\.(\d+)/.exec(field)?.[1];
  // A file may have put anything there, and only the schema knows.
  const variant = place !== undefined && Array.isArray(variants) ? variants[Number(place)] : undefined;
  return variant?.row ?? row;
}
