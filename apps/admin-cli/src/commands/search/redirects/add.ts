import { SetRedirectInput } from "@cartwright/core/search/schemas";
import { Command } from "commander";
import { openSession, type Cli } from "../../../cli.ts";
import { checkInput } from "../../../errors.ts";
import { addExamples } from "../../../help.ts";
import { redirectColumns } from "./redirect.ts";

export function addCommand(cli: Cli): Command {
  const command = new Command("add")
    .description("have a query open a page; one that opens another already is led to the new one")
    .argument("<query>", "what shoppers type; case, accents and signs do not matter")
    .argument("<page>", "a page of the shop, such as /help/returns, or an address that begins with https://")
    .option("--dry-run", "show what would be added")
    .action(async (query: string, url: string, { dryRun }: { dryRun?: boolean }, command: Command) => {
      const { api, out } = await openSession(cli, command);
      const input = checkInput(SetRedirectInput, { query, url });
      if (dryRun) return out.say(`Would have "${input.query}" open ${input.url}.`);
      const redirect = await api.search.setRedirect.mutate(input);
      if (out.isJson) return out.json(redirect);
      out.list({ columns: redirectColumns, items: [redirect], empty: "" });
      out.say("Searches follow within seconds.");
    });
  return addExamples(command, ["search redirects add returns /help/returns", 'search redirects add "gift card" https://gifts.example', "search redirects add returns /help/returns --dry-run"]);
}
