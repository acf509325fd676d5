import type { ImportProductDraft } from "@cartwright/core/catalog/schemas";
import { Slug } from "@cartwright/core/catalog/schemas";
import { ignoredNotice } from "./csv-heading.ts";
import type { CsvRow } from "./csv-rows.ts";
import type { FileProduct, ReadOptions } from "./file-product.ts";
import { Findings, groupRows, reappears, refused, type RowGroup } from "./row-groups.ts";
import type { ShopifyColumn, ShopifyHeading } from "./shopify-columns.ts";
import { readShopifyVariant, variantColumns } from "./shopify-variant.ts";
import { digest, FileSlugs } from "./slugs.ts";
import { readableName } from "./values.ts";

/** What reading one product needs to know of its file. */
export interface ShopifyFile extends Pick<ReadOptions, "currency" | "areTagsCategories"> {
  heading: ShopifyHeading;
}

type Cell = (row: CsvRow, column: ShopifyColumn) => string;

/** Products of Shopify's CSV: a row a variant or picture, what belongs to the product on its first row. */
export async function* readShopify(rows: AsyncIterable<CsvRow>, heading: ShopifyHeading, options: ReadOptions): AsyncGenerator<FileProduct> {
  const { notice } = options;
  const slugs = new FileSlugs();
  const handles = new Map<string, number>();
  let beyondStock = 0;
  if (heading.ignored.length > 0) notice(ignoredNotice("columns", heading.ignored));
  for await (const group of groupRows(rows, heading.at.handle)) {
    const row = group.rows[0]?.line ?? 1;
    if (group.key === "") {
      yield refused({ row, column: heading.nameOf("handle"), message: "The handle is missing." });
      continue;
    }
    const before = handles.get(group.key);
    if (before !== undefined) {
      yield refused(reappears(row, heading.nameOf("handle"), group.key, before));
      continue;
    }
    handles.set(group.key, row);
    const cell: Cell = (row, column) => row.cells[heading.at[column]] ?? "";
    beyondStock += group.rows.filter((row) => /^(continue|true)$/i.test(cell(row, "policy").trim())).length;
    yield readGroup(group, slugOf(group.key, row, slugs), { heading, ...options }, cell);
  }
  if (beyondStock > 0) notice(`Variants that may be sold beyond their stock in Shopify stop at 0 here (${beyondStock} of them).`);
}

// A handle that is a slug stays one; others become one, the same at every import.
function slugOf(handle: string, row: number, slugs: FileSlugs): string {
  if (Slug.safeParse(handle).success && slugs.claim(handle, row) === null) return handle;
  return slugs.unique(handle, digest(handle), row);
}

function readGroup({ rows }: RowGroup, slug: string, file: ShopifyFile, cell: Cell): FileProduct {
  const findings = new Findings();
  const first = rows[0] as CsvRow; // A group has at least the row that began it.
  const text = (column: ShopifyColumn) => cell(first, column).trim();
  const optionNames = readOptionNames(first, cell);
  const tags = [...new Set(text("tags").split(",").map((tag) => tag.trim()))].filter((tag) => tag !== "");
  const path = readPath(text("type") || text("productCategory"));
  const variantRows = rows.filter((row) => variantColumns.some((column) => cell(row, column).trim() !== ""));
  if (variantRows.length === 0) findings.problem(first.line, file.heading.nameOf("price"), "The price is missing.");
  const variants = variantRows.map((row) => readShopifyVariant(row, optionNames.length, file, (column) => cell(row, column).trim(), findings));
  const images = readImages(rows, variants.map(({ imageUrl }) => imageUrl), cell);
  const product: ImportProductDraft = {
    row: first.line,
    slug,
    title: text("title"),
    descriptionHtml: cell(first, "body"),
    status: readStatus(text("status"), text("published")),
    brand: text("vendor") || null,
    // The shop's own type goes before Shopify's taxonomy.
    categories: path.length > 0 ? [path] : file.areTagsCategories ? tags.map((tag) => [readableName(tag)]) : [],
    tags,
    options: optionNames,
    variants,
    images,
    seoTitle: text("seoTitle") || null,
    seoDescription: text("seoDescription") || null,
  };
  if (product.title === "") findings.problem(first.line, file.heading.nameOf("title"), "The title is missing.");
  const { problems, warnings } = findings;
  return { row: first.line, slug, product: problems.length === 0 ? product : null, problems, warnings };
}

const optionColumns = [
  ["option1Name", "option1Value"],
  ["option2Name", "option2Value"],
  ["option3Name", "option3Value"],
] as const;

// Shopify writes one option with one value, `Default Title`, when a product has none.
function readOptionNames(first: CsvRow, cell: Cell): string[] {
  if (cell(first, "option1Value").trim().toLowerCase() === "default title") return [];
  return optionColumns.map(([name]) => cell(first, name).trim()).filter((name) => name !== "");
}

function readStatus(status: string, published: string): ImportProductDraft["status"] {
  if (/^archived$/i.test(status)) return "archived";
  return /^(draft|unlisted)$/i.test(status) || /^(false|no|0)$/i.test(published) ? "draft" : "active";
}

/** A type may be a path, `Clothing > Shirts`. */
function readPath(type: string): string[] {
  return type
    .split(/\s+>\s+/)
    .map((name) => name.trim())
    .filter((name) => name !== "");
}

function readImages(rows: readonly CsvRow[], variantImages: readonly (string | null | undefined)[], cell: Cell): { url: string; alt: string }[] {
  const images = rows
    .map((row, at) => ({
      url: cell(row, "imageUrl").trim(),
      alt: cell(row, "imageAlt").trim(),
      position: Number(cell(row, "imagePosition")) || at + 1,
    }))
    .filter(({ url }) => url !== "")
    .toSorted((a, b) => a.position - b.position)
    .map(({ url, alt }) => ({ url, alt }));
  const listed = new Set(images.map(({ url }) => url));
  const missing = [...new Set(variantImages)].filter((url): url is string => Boolean(url) && !listed.has(url ?? ""));
  return [...images, ...missing.map((url) => ({ url, alt: "" }))];
}
