import { SetTaxRateInput } from "@cartwright/core/tax/schemas";
import { Command } from "commander";
import { openSession, type Cli } from "../../cli.ts";
import { checkInput } from "../../errors.ts";
import { addExamples } from "../../help.ts";
import { parsePercent } from "../../options.ts";
import { countryHelp, formatRate, rateColumns } from "./rate.ts";

interface Options {
  name?: string;
  dryRun?: boolean;
}

export function setCommand(cli: Cli): Command {
  const command = new Command("set")
    .description("set a country's rate for orders from now on")
    .argument("<country>", countryHelp)
    .argument("<percent>", "the rate, such as 19 or 8.1", parsePercent)
    .option("--name <text>", "what the country calls the tax (else VAT)")
    .option("--dry-run", "show what would be done")
    .action(async (country: string, rateBasisPoints: number, { name, dryRun }: Options, command: Command) => {
      const { api, out } = await openSession(cli, command);
      const input = checkInput(SetTaxRateInput, { country, rateBasisPoints, name });
      if (dryRun) return out.say(`Would set ${input.country} to ${formatRate(input)}.`);
      const rate = await api.tax.set.mutate(input);
      if (out.isJson) return out.json(rate);
      out.list({ columns: rateColumns, items: [rate], empty: "" });
    });
  return addExamples(command, ["tax set DE 19", "tax set CH 8.1 --name MWST", "tax set FR 20 --name TVA --dry-run"]);
}
