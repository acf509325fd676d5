import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { finished } from "node:stream/promises";
import { makeProduct } from "./make-product.ts";

/** Generated products as a file of our own JSON, which `products import` reads. */
export async function writeImportFile(path: string, count: number, seed: number): Promise<void> {
  const file = createWriteStream(path);
  file.write('{"format": "cartwright-products", "version": 1, "currency": "EUR", "products": [\n');
  for (let index = 0; index < count; index += 1) {
    const { row: _, variants, ...product } = makeProduct(index, seed);
    const line = JSON.stringify({ ...product, variants: variants.map(withDecimals) });
    if (!file.write(index === 0 ? line : `,\n${line}`)) await once(file, "drain");
  }
  file.end("\n]}\n");
  await finished(file);
}

function withDecimals({ row: _, priceMinor, compareAtMinor, ...variant }: ReturnType<typeof makeProduct>["variants"][number]) {
  const compareAt = compareAtMinor == null ? {} : { compareAt: decimal(compareAtMinor) };
  return { ...variant, price: decimal(priceMinor), ...compareAt };
}

function decimal(minor: number): string {
  return `${Math.floor(minor / 100)}.${String(minor % 100).padStart(2, "0")}`;
}
