import { HideProductInput } from "@cartwright/core/search/schemas";
import { Command } from "commander";
import { openSession, type Cli } from "../../../cli.ts";
import { checkInput } from "../../../errors.ts";
import { addExamples } from "../../../help.ts";
import { pinColumns, productHelp, queryHelp } from "./pin.ts";

export function hideCommand(cli: Cli): Command {
  const command = new Command("hide")
    .description("never show a product for a query; others still find it")
    .argument("<query>", queryHelp)
    .argument("<product>", productHelp)
    .option("--dry-run", "show what would be hidden")
    .action(async (query: string, product: string, { dryRun }: { dryRun?: boolean }, command: Command) => {
      const { api, out } = await openSession(cli, command);
      const input = checkInput(HideProductInput, { query, product });
      if (dryRun) return out.say(`Would hide ${input.product} for "${input.query}".`);
      const pin = await api.search.hideProduct.mutate(input);
      if (out.isJson) return out.json(pin);
      out.list({ columns: pinColumns, items: [pin], empty: "" });
      out.say("Searches follow within seconds.");
    });
  return addExamples(command, ["search pins hide mug mug-rack", "search pins hide mug mug-rack --dry-run"]);
}
