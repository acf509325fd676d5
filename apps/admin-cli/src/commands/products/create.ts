import { CreateProductInput } from "@cartwright/core/catalog/schemas";
import { Command } from "commander";
import type { z } from "zod";
import { openSession, type Cli } from "../../cli.ts";
import { checkInput, UsageError } from "../../errors.ts";
import { addExamples } from "../../help.ts";
import { addProductOptions, readDraft, readProductFields, readVariantFields, type ProductOptions } from "./product-options.ts";
import { printProduct } from "./product.ts";

export function createCommand(cli: Cli): Command {
  const command = addProductOptions(new Command("create"))
    .description("make a product: one variant from options, or anything from JSON")
    .action(async (options: ProductOptions, command: Command) => {
      const { api, out } = await openSession(cli, command);
      const draft = await readDraft(cli, options.from);
      const { currency } = await api.shop.get.query();
      const variant = readVariantFields(options, currency);
      const variants = options.from === undefined ? [variant] : draft.variants;
      if (options.from === undefined && variant.priceMinor === undefined) throw new UsageError("A product needs --title and --price, or --from a file.");
      if (options.from !== undefined && Object.keys(variant).length > 0) throw new UsageError("With --from, variants and their prices come from the file.");
      // What the file holds is unknown until the schema has looked at it, here.
      const input = checkInput(CreateProductInput, { ...draft, ...(await readProductFields(options)), variants } as z.input<typeof CreateProductInput>);
      if (options.dryRun) return out.json(input);
      const product = await api.catalog.createProduct.mutate(input);
      if (!out.isJson) out.say(`Made ${product.slug} (${product.status}). Add stock with: cartwright stock receive ${product.variants[0]?.sku ?? product.slug} <quantity>`);
      printProduct(out, product);
    });
  return addExamples(command, [
    'products create --title "Blue shirt" --price 39.90 --sku SHIRT-BLUE',
    'products create --title "Blue shirt" --price 29.90 --compare-at 39.90 --category shirts --status active',
    "products create --from shirt.json --dry-run",
  ]);
}
