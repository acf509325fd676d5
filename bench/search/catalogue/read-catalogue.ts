import { basename, join } from "node:path";
import { detectFormat } from "../../../apps/admin-cli/src/product-file/detect-format.ts";
import { readProductFile } from "../../../apps/admin-cli/src/product-file/read-product-file.ts";
import { demoProducts } from "../../../packages/core/demo/catalogue/index.ts";
import type { Catalogue, CatalogueProduct } from "./catalogue.ts";
import { convertWands, isWandsCatalogue } from "./wands.ts";

/** The demo shop by the name `demo`, or a file: WANDS' product.csv, or whatever the importer reads. `folder` takes what is converted. */
export async function readCatalogue(source: string, folder: string, say: (text: string) => void): Promise<Catalogue> {
  if (source === "demo") return { name: source, products: demoProducts.map(demoProduct), importFile: null };
  const name = basename(source);
  if (await isWandsCatalogue(source)) {
    const importFile = join(folder, "wands.json");
    return { name, products: await convertWands(source, importFile), importFile };
  }
  return { name, products: await readOwnFile(source, say), importFile: source };
}

function demoProduct({ slug, title, variants }: (typeof demoProducts)[number]): CatalogueProduct {
  return { slug, title, skus: variants.map(({ sku }) => sku) };
}

async function readOwnFile(path: string, say: (text: string) => void): Promise<CatalogueProduct[]> {
  const products: CatalogueProduct[] = [];
  let refused = 0;
  // Prices are not looked at here, and the currency only says how many decimals they may have.
  const { products: read } = await readProductFile(path, await detectFormat(path), { currency: "EUR", notice: say });
  for await (const { slug, product } of read) {
    if (slug === null || product === null) refused += 1;
    else products.push({ slug, title: product.title, skus: product.variants.flatMap(({ sku }) => sku ?? []) });
  }
  if (refused > 0) say(`Products of ${path} that can't be imported and are left out: ${refused}.`);
  return products;
}
