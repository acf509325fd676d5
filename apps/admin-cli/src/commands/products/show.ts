import { Command } from "commander";
import { openSession, type Cli } from "../../cli.ts";
import { addExamples } from "../../help.ts";
import { printProduct, productHelp } from "./product.ts";

export function showCommand(cli: Cli): Command {
  const command = new Command("show")
    .description("one product of any status, with its variants")
    .argument("<product>", productHelp)
    .action(async (product: string, _: object, command: Command) => {
      const { api, out } = await openSession(cli, command);
      printProduct(out, await api.catalog.getProductForStaff.query({ product }));
    });
  return addExamples(command, ["products show blue-shirt", "products show blue-shirt --json"]);
}
