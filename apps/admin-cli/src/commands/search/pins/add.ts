import { PinProductInput } from "@cartwright/core/search/schemas";
import { Command, Option } from "commander";
import { openSession, type Cli } from "../../../cli.ts";
import { checkInput } from "../../../errors.ts";
import { addExamples } from "../../../help.ts";
import { parseCount } from "../../../options.ts";
import { pinColumns, productHelp, queryHelp } from "./pin.ts";

interface Options {
  place: number;
  dryRun?: boolean;
}

export function addCommand(cli: Cli): Command {
  const command = new Command("add")
    .description("show a product at a fixed place for a query, whatever its words are")
    .argument("<query>", queryHelp)
    .argument("<product>", productHelp)
    .addOption(new Option("--place <number>", "from 1 to 48").argParser(parseCount).default(1))
    .option("--dry-run", "show what would be pinned")
    .action(async (query: string, product: string, { place, dryRun }: Options, command: Command) => {
      const { api, out } = await openSession(cli, command);
      const input = checkInput(PinProductInput, { query, product, position: place - 1 });
      if (dryRun) return out.say(`Would show ${input.product} at place ${place} for "${input.query}".`);
      const pin = await api.search.pinProduct.mutate(input);
      if (out.isJson) return out.json(pin);
      out.list({ columns: pinColumns, items: [pin], empty: "" });
      out.say("Searches follow within seconds.");
    });
  return addExamples(command, ["search pins add mug camp-mug", 'search pins add "gift for dad" garden-knife --place 3', "search pins add mug camp-mug --dry-run"]);
}
