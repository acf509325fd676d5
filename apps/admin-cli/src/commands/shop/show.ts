import { Command } from "commander";
import { openSession, type Cli } from "../../cli.ts";
import { addExamples } from "../../help.ts";
import { printSettings } from "./settings.ts";

export function showCommand(cli: Cli): Command {
  const command = new Command("show")
    .description("what the shop has chosen: name, currency, countries, limits")
    .action(async (_: object, command: Command) => {
      const { api, out } = await openSession(cli, command);
      printSettings(out, await api.shop.getSettings.query());
    });
  return addExamples(command, ["shop show", "shop show --json"]);
}
