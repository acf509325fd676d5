import type { Command } from "commander";
import { parseCodes, parsePrice, parseWhole } from "../../options.ts";

/** What create and update have in common, as commander reads it. */
export interface MethodOptions {
  name?: string;
  description?: string;
  price?: string;
  /** False for `--no-free-over`. */
  freeOver?: string | false;
  /** False for `--no-countries`. */
  countries?: string[] | false;
  position?: number;
  dryRun?: boolean;
}

export function addMethodOptions(command: Command): Command {
  return command
    .option("--name <text>", "what shoppers read")
    .option("--description <text>", "a line below it, such as how long it takes")
    .option("--price <decimal>", "what it costs in the shop's currency, such as 4.90")
    .option("--free-over <decimal>", "costs nothing when the goods are worth this much")
    .option("--countries <codes>", "only to these countries, such as DE,AT", parseCodes)
    .option("--position <number>", "where it stands among the others: lower is first", parseWhole)
    .option("--dry-run", "show what would be sent");
}

/** The fields that were given. */
export function readMethodFields({ name, description, price, freeOver, countries, position }: MethodOptions, currency: string) {
  return {
    name,
    description,
    priceMinor: price === undefined ? undefined : parsePrice(price, currency, "--price"),
    freeOverMinor: freeOver === false ? null : freeOver === undefined ? undefined : parsePrice(freeOver, currency, "--free-over"),
    countries: countries === false ? [] : countries,
    position,
  };
}
