import { UpdateShopInput } from "@cartwright/core/shop/schemas";
import { Command, Option } from "commander";
import { openSession, type Cli } from "../../cli.ts";
import { checkInput, UsageError } from "../../errors.ts";
import { addExamples } from "../../help.ts";
import { parseCodes, parseWhole } from "../../options.ts";
import { printSettings } from "./settings.ts";

interface Options {
  name?: string;
  tagline?: string;
  currency?: string;
  country?: string;
  countries?: string[];
  pricesIncludeTax?: boolean;
  maxLineQuantity?: number;
  holdMinutes?: number;
  bankAccount?: string;
  staffSecondFactor?: "optional" | "required";
  dryRun?: boolean;
}

export function setCommand(cli: Cli): Command {
  const command = new Command("set")
    .description("change what the shop has chosen: only what is given changes")
    .option("--name <text>", "the shop's name")
    .option("--tagline <text>", "the line below it")
    .option("--currency <code>", "the currency of all prices, such as EUR; only while nothing has a price")
    .option("--country <code>", "where the shop is at home, such as DE")
    .option("--countries <codes>", "where it sends to, such as DE,AT,CH", parseCodes)
    .option("--prices-include-tax", "prices are what shoppers pay")
    .option("--no-prices-include-tax", "tax comes on top of prices")
    .option("--max-line-quantity <units>", "how many of one thing a cart may hold", parseWhole)
    .option("--hold-minutes <minutes>", "how long stock is held for who is paying", parseWhole)
    .option("--bank-account <text>", "where transfers go, as buyers are shown it; without one they are not offered")
    .addOption(new Option("--staff-second-factor <rule>", "whether staff without one may do anything but set it up").choices(["optional", "required"]))
    .option("--dry-run", "show what would be sent")
    .action(async ({ dryRun, ...changes }: Options, command: Command) => {
      const { api, out } = await openSession(cli, command);
      if (Object.keys(changes).length === 0) throw new UsageError("Say what to change, such as --name or --countries.");
      const input = checkInput(UpdateShopInput, changes);
      if (dryRun) return out.json(input);
      const settings = await api.shop.update.mutate(input);
      if (!out.isJson) out.say("Changed.");
      printSettings(out, settings);
    });
  return addExamples(command, [
    'shop set --name Larkfield --tagline "Goods for the house"',
    "shop set --country DE --countries DE,AT,CH",
    'shop set --bank-account "Larkfield, DE02 1203 0000 0000 2020 51"',
    "shop set --staff-second-factor required",
    "shop set --currency USD --no-prices-include-tax --dry-run",
  ]);
}
