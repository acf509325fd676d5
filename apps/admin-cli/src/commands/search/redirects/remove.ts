import { RemoveRedirectInput } from "@cartwright/core/search/schemas";
import { Command } from "commander";
import { openSession, type Cli } from "../../../cli.ts";
import { confirmOrStop } from "../../../confirm.ts";
import { checkInput } from "../../../errors.ts";
import { addExamples } from "../../../help.ts";

interface Options {
  dryRun?: boolean;
  yes?: boolean;
}

export function removeCommand(cli: Cli): Command {
  const command = new Command("remove")
    .description("have a query open a list of products again")
    .argument("<query>", "what shoppers type")
    .option("--dry-run", "show what would be removed")
    .option("-y, --yes", "do not ask")
    .action(async (query: string, { dryRun, yes }: Options, command: Command) => {
      const { api, out } = await openSession(cli, command);
      const input = checkInput(RemoveRedirectInput, { query });
      const what = `the page that "${input.query}" opens`;
      if (dryRun) return out.say(`Would remove ${what}.`);
      await confirmOrStop(cli, `Remove ${what}?`, yes);
      const removed = await api.search.removeRedirect.mutate(input);
      if (out.isJson) return out.json(removed);
      out.say(`Removed ${what}: ${removed.url}`);
    });
  return addExamples(command, ["search redirects remove returns", "search redirects remove returns --yes"]);
}
