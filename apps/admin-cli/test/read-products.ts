import { ImportProduct } from "@cartwright/core/catalog/schemas";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { checkProduct } from "../src/product-file/check-product.ts";
import { detectFormat } from "../src/product-file/detect-format.ts";
import type { FileProduct, ProductFileFormat, ReadOptions } from "../src/product-file/file-product.ts";
import { readProductFile } from "../src/product-file/read-product-file.ts";
import { temporaryFolder } from "./run.ts";

export interface ReadFile {
  format: ProductFileFormat;
  all: FileProduct[];
  /** The good ones, as the server will see them. */
  products: ImportProduct[];
  /** `line column: message` of each problem. */
  problems: string[];
  warnings: string[];
  notices: string[];
}

/** Reads a file as an import does, up to sending. */
export async function readProducts(content: string | Buffer, options: Partial<ReadOptions> & { format?: ProductFileFormat } = {}): Promise<ReadFile> {
  const path = writeTemporary(content);
  const format = options.format ?? (await detectFormat(path));
  const notices: string[] = [];
  const { products, columnOf } = await readProductFile(path, format, { currency: "EUR", notice: (text) => notices.push(text), ...options });
  const all: FileProduct[] = [];
  for await (const read of products) all.push(checkProduct(read, columnOf));
  const lines = (of: "problems" | "warnings") => all.flatMap((read) => read[of].map(({ row, column, message }) => `${row} ${column}: ${message}`));
  return {
    format,
    all,
    products: all.flatMap(({ product }) => (product ? [ImportProduct.parse(product)] : [])),
    problems: lines("problems"),
    warnings: lines("warnings"),
    notices,
  };
}

export function writeTemporary(content: string | Buffer, name = "products"): string {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, content);
  return path;
}
