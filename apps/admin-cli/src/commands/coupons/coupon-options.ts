import { InvalidArgumentError, type Command } from "commander";
import { parseCount, parsePercent, parsePrice } from "../../options.ts";

/** What create and update have in common, as commander reads it. False is for `--no-…`. */
export interface CouponOptions {
  name?: string;
  percent?: number;
  amount?: string;
  minimum?: string | false;
  starts?: string | false;
  ends?: string | false;
  uses?: number | false;
  usesPerCustomer?: number | false;
  dryRun?: boolean;
}

export function addCouponOptions(command: Command): Command {
  return command
    .option("--name <text>", "what shoppers read, such as Spring greetings")
    .option("--percent <rate>", "off the goods, such as 10 or 7.5", parsePercent)
    .option("--amount <decimal>", "off the goods, in the shop's currency, such as 5.00")
    .option("--minimum <decimal>", "counts when the goods are worth this much")
    .option("--starts <date>", "from this day on, or from a time with its zone", parseStart)
    .option("--ends <date>", "to the end of this day, or until a time with its zone", parseEnd)
    .option("--uses <count>", "orders in all", parseCount)
    .option("--uses-per-customer <count>", "orders of one e-mail address", parseCount)
    .option("--dry-run", "show what would be sent");
}

/** The fields that were given. */
export function readCouponFields(options: CouponOptions, currency: string) {
  const { name, percent, amount, minimum, starts, ends, uses, usesPerCustomer } = options;
  return {
    name,
    percentBasisPoints: percent,
    amountMinor: amount === undefined ? undefined : parsePrice(amount, currency, "--amount"),
    minimumMinor: minimum === false ? 0 : minimum === undefined ? undefined : parsePrice(minimum, currency, "--minimum"),
    startsAt: starts === false ? null : starts,
    endsAt: ends === false ? null : ends,
    usageLimit: uses === false ? null : uses,
    usageLimitPerCustomer: usesPerCustomer === false ? null : usesPerCustomer,
  };
}

const dayMilliseconds = 86_400_000;

/** Days begin and end in UTC, wherever the command is typed. */
function parseStart(text: string): string {
  return parseMoment(text).toISOString();
}

function parseEnd(text: string): string {
  const moment = parseMoment(text);
  return new Date(moment.getTime() + (isDay(text) ? dayMilliseconds : 0)).toISOString();
}

function parseMoment(text: string): Date {
  const moment = new Date(text);
  const isMoment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(text);
  // JavaScript takes 31 February for 3 March.
  const isReal = !Number.isNaN(moment.getTime()) && (isMoment || (isDay(text) && moment.toISOString().startsWith(text)));
  if (!isReal) throw new InvalidArgumentError("Give a day such as 2026-12-31, or a time with its zone such as 2026-12-31T18:00:00+01:00.");
  return moment;
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text);
}
