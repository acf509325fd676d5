import { RemoveTaxRateInput } from "@cartwright/core/tax/schemas";
import { Command } from "commander";
import { openSession, type Cli } from "../../cli.ts";
import { confirmOrStop } from "../../confirm.ts";
import { checkInput, CliError, exitCodes } from "../../errors.ts";
import { addExamples } from "../../help.ts";
import { countryHelp, formatRate } from "./rate.ts";

interface Options {
  dryRun?: boolean;
  yes?: boolean;
}

export function removeCommand(cli: Cli): Command {
  const command = new Command("remove")
    .description("tax a country no more; orders keep their rate")
    .argument("<country>", countryHelp)
    .option("--dry-run", "show what would be removed")
    .option("-y, --yes", "do not ask")
    .action(async (country: string, { dryRun, yes }: Options, command: Command) => {
      const { api, out } = await openSession(cli, command);
      const input = checkInput(RemoveTaxRateInput, { country });
      const found = (await api.tax.list.query()).find((rate) => rate.country === input.country);
      if (!found) throw new CliError(`There is no tax rate "${input.country}".`, exitCodes.notFound);
      const what = `the ${found.name} of ${found.country}, ${formatRate(found)}`;
      if (dryRun) return out.say(`Would remove ${what}.`);
      await confirmOrStop(cli, `Remove ${what}?`, yes);
      const removed = await api.tax.remove.mutate(input);
      if (out.isJson) return out.json(removed);
      out.say(`Removed ${what}.`);
    });
  return addExamples(command, ["tax remove CH", "tax remove CH --yes", "tax remove CH --dry-run"]);
}
