import { UpdateProductInput, type VariantInput } from "@cartwright/core/catalog/schemas";
import { Command } from "commander";
import type { z } from "zod";
import { openSession, type Cli } from "../../cli.ts";
import { checkInput, CliError, exitCodes, UsageError } from "../../errors.ts";
import { addExamples } from "../../help.ts";
import { addProductOptions, readDraft, readProductFields, readVariantFields, type ProductOptions, type VariantFields } from "./product-options.ts";
import { printProduct, productHelp, type Product, type Variant } from "./product.ts";

interface Options extends ProductOptions {
  variant?: string;
}

export function updateCommand(cli: Cli): Command {
  const command = addProductOptions(new Command("update"))
    .description("change a product: only what is given changes")
    .argument("<product>", productHelp)
    .option("--no-brand", "take the brand away")
    .option("--no-compare-at", "take the price before away")
    .option("--variant <sku>", "which variant --price, --compare-at, --sku, --barcode and --weight are for (its SKU or id)")
    .action(async (handle: string, options: Options, command: Command) => {
      const { api, out } = await openSession(cli, command);
      const draft = await readDraft(cli, options.from);
      const before = await api.catalog.getProductForStaff.query({ product: handle });
      const { currency } = await api.shop.get.query();
      const change = readVariantFields(options, currency);
      const variants = Object.keys(change).length > 0 ? { variants: changeVariant(before, options.variant, change) } : {};
      const fields = { ...draft, ...(await readProductFields(options)), ...variants };
      if (Object.keys(fields).length === 0) throw new UsageError("Say what to change, such as --title or --price.");
      const input = checkInput(UpdateProductInput, { ...fields, product: before.id });
      if (options.dryRun) return out.json(input);
      const product = await api.catalog.updateProduct.mutate(input);
      if (!out.isJson) out.say(`Changed ${product.slug}.`);
      printProduct(out, product);
    });
  return addExamples(command, [
    "products update blue-shirt --status active",
    "products update blue-shirt --price 29.90 --compare-at 39.90",
    "products update blue-shirt --variant SHIRT-M-BLUE --barcode 4006381333931",
    "products update blue-shirt --category shirts --category sale --no-brand --dry-run",
  ], ["A list that is given (categories, tags, images) replaces the old one."]);
}

/** All variants with one of them changed, because the list is replaced as a whole. */
function changeVariant(product: Product, handle: string | undefined, change: VariantFields): z.input<typeof VariantInput>[] {
  const { id } = pickVariant(product, handle);
  return product.variants.map((variant) => {
    const kept = {
      id: variant.id,
      sku: variant.sku,
      barcode: variant.barcode,
      options: variant.options,
      priceMinor: variant.price.amountMinor,
      compareAtMinor: variant.compareAt?.amountMinor ?? null,
      weightGrams: variant.weightGrams,
      image: imagePlace(product, variant),
    };
    return variant.id === id ? { ...kept, ...change } : kept;
  });
}

function pickVariant({ variants, slug }: Product, handle: string | undefined): Variant {
  const [only] = variants;
  if (handle === undefined) {
    if (!only || variants.length > 1) throw new UsageError(`${slug} has ${variants.length} variants. Name one with --variant (its SKU or id).`);
    return only;
  }
  const found = variants.find(({ id, sku }) => id === handle || sku === handle);
  if (!found) throw new CliError(`${slug} has no variant "${handle}".`, exitCodes.notFound);
  return found;
}

function imagePlace({ images }: Product, { imageId }: Variant): number | null {
  const place = images.findIndex(({ id }) => id === imageId);
  return place < 0 ? null : place;
}
