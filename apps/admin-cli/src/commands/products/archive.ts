import { Command } from "commander";
import { openSession, type Cli } from "../../cli.ts";
import { confirmOrStop } from "../../confirm.ts";
import { addExamples } from "../../help.ts";
import { productHelp, type Product } from "./product.ts";

interface Options {
  dryRun?: boolean;
  yes?: boolean;
}

export function archiveCommand(cli: Cli): Command {
  const command = new Command("archive")
    .description("take products out of the shop; orders keep what they bought")
    .argument("<product...>", productHelp)
    .option("--dry-run", "show what would be archived")
    .option("-y, --yes", "do not ask")
    .action(async (handles: string[], { dryRun, yes }: Options, command: Command) => {
      const { api, out } = await openSession(cli, command);
      // All are looked up first, so that a wrong one stops it before the first is gone.
      const products: Product[] = [];
      for (const product of handles) products.push(await api.catalog.getProductForStaff.query({ product }));
      const names = products.map(({ title, slug }) => `${title} (${slug})`).join(", ");
      if (dryRun) return out.say(`Would archive ${names}.`);
      await confirmOrStop(cli, `Archive ${names}?`, yes);
      const archived: Product[] = [];
      for (const { id } of products) {
        const product = await api.catalog.archiveProduct.mutate({ product: id });
        archived.push(product);
        if (!out.isJson) out.say(`Archived ${product.title}.`);
      }
      if (out.isJson) out.json(archived);
    });
  return addExamples(command, ["products archive blue-shirt", "products archive blue-shirt red-shirt --yes", "products archive blue-shirt --dry-run"]);
}
