import { UpdateProductInput, type VariantInput } from "@cartwright/core/catalog/schemas";
import { Option, type Command } from "commander";
import { readFile } from "node:fs/promises";
import type { Cli } from "../../cli.ts";
import { isRecord, UsageError } from "../../errors.ts";
import { collect, parsePrice, parseWhole } from "../../options.ts";
import { readStdin } from "../../stdin.ts";

/** What create and update have in common, as commander reads it. */
export interface ProductOptions {
  title?: string;
  slug?: string;
  status?: "draft" | "active";
  /** False for `--no-brand`. */
  brand?: string | false;
  category?: string[];
  tag?: string[];
  description?: string;
  descriptionFile?: string;
  image?: string[];
  price?: string;
  compareAt?: string | false;
  sku?: string;
  barcode?: string;
  weight?: number;
  from?: string;
  dryRun?: boolean;
}

export function addProductOptions(command: Command): Command {
  return command
    .option("--title <text>", "the name in the shop")
    .option("--slug <slug>", "the address in the shop (else made from the title)")
    .addOption(new Option("--status <status>", "whether shoppers see it").choices(UpdateProductInput.shape.status.unwrap().options))
    .option("--brand <slug>", "the brand's slug or id")
    .option("--category <slug>", "a category's slug or id; may be repeated", collect)
    .option("--tag <name>", "a tag; may be repeated", collect)
    .option("--description <html>", "the description")
    .option("--description-file <file>", "read the description from a file")
    .option("--image <url>", "the address of a picture; may be repeated", collect)
    .option("--price <decimal>", "the price in the shop's currency, such as 12.90")
    .option("--compare-at <decimal>", "the price before, struck through")
    .option("--sku <sku>", "the variant's SKU")
    .option("--barcode <code>", "the variant's barcode")
    .option("--weight <grams>", "the variant's weight", parseWhole)
    .option("--from <file>", "everything else from a JSON file as the API takes it; - is stdin")
    .option("--dry-run", "show what would be sent");
}

/** The fields of the product itself that were given. */
export async function readProductFields(options: ProductOptions) {
  const { title, slug, status, brand, category, tag, image } = options;
  const descriptionHtml = options.descriptionFile === undefined ? options.description : await readFile(options.descriptionFile, "utf8");
  return dropUndefined({
    title,
    slug,
    status,
    brand: brand === false ? null : brand,
    categories: category,
    tags: tag,
    descriptionHtml,
    images: image?.map((url) => ({ url })),
  });
}

export type VariantFields = Partial<Pick<VariantInput, "sku" | "barcode" | "priceMinor" | "compareAtMinor" | "weightGrams">>;

/** The fields of one variant that were given. */
export function readVariantFields({ price, compareAt, sku, barcode, weight }: ProductOptions, currency: string): VariantFields {
  return dropUndefined({
    sku,
    barcode,
    priceMinor: price === undefined ? undefined : parsePrice(price, currency, "--price"),
    compareAtMinor: compareAt === false ? null : compareAt === undefined ? undefined : parsePrice(compareAt, currency, "--compare-at"),
    weightGrams: weight,
  });
}

/** The JSON object in a file or on stdin; empty when none was named. */
export async function readDraft(cli: Cli, file: string | undefined): Promise<Record<string, unknown>> {
  if (file === undefined) return {};
  const text = file === "-" ? await readStdin(cli) : await readFile(file, "utf8");
  try {
    const draft: unknown = JSON.parse(text);
    if (isRecord(draft)) return draft;
  } catch (cause) {
    throw new UsageError(`${file === "-" ? "stdin" : file} is not JSON: ${cause instanceof Error ? cause.message : "?"}`, { cause });
  }
  throw new UsageError(`${file === "-" ? "stdin" : file} must hold one JSON object.`);
}

type Given<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> };

function dropUndefined<T extends object>(fields: T): Given<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Given<T>;
}
