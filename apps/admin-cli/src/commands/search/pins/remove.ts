import { UnpinProductInput } from "@cartwright/core/search/schemas";
import { Command } from "commander";
import { openSession, type Cli } from "../../../cli.ts";
import { confirmOrStop } from "../../../confirm.ts";
import { checkInput } from "../../../errors.ts";
import { addExamples } from "../../../help.ts";
import { productHelp, queryHelp } from "./pin.ts";

interface Options {
  dryRun?: boolean;
  yes?: boolean;
}

export function removeCommand(cli: Cli): Command {
  const command = new Command("remove")
    .description("treat a pinned or hidden product like any other again")
    .argument("<query>", queryHelp)
    .argument("<product>", productHelp)
    .option("--dry-run", "show what would be removed")
    .option("-y, --yes", "do not ask")
    .action(async (query: string, product: string, { dryRun, yes }: Options, command: Command) => {
      const { api, out } = await openSession(cli, command);
      const input = checkInput(UnpinProductInput, { query, product });
      const what = `the rule about ${input.product} for "${input.query}"`;
      if (dryRun) return out.say(`Would remove ${what}.`);
      await confirmOrStop(cli, `Remove ${what}?`, yes);
      const removed = await api.search.unpinProduct.mutate(input);
      if (out.isJson) return out.json(removed);
      out.say(`Removed ${what}.`);
    });
  return addExamples(command, ["search pins remove mug camp-mug", "search pins remove mug camp-mug --yes"]);
}
