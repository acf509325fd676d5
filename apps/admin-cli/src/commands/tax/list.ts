import { Command } from "commander";
import { openSession, type Cli } from "../../cli.ts";
import { addExamples } from "../../help.ts";
import { rateColumns } from "./rate.ts";

export function listCommand(cli: Cli): Command {
  const command = new Command("list")
    .description("the rate of each country; where there is none, nothing is taxed")
    .action(async (_: object, command: Command) => {
      const { api, out } = await openSession(cli, command);
      const items = await api.tax.list.query();
      if (out.isJson) return out.json(items);
      out.list({ columns: rateColumns, items, empty: "No country is taxed yet. Set a rate with: cartwright tax set" });
    });
  return addExamples(command, ["tax list", "tax list --json"]);
}
