import { UpdateCouponInput } from "@cartwright/core/promotions/schemas";
import { Command } from "commander";
import { openSession, type Cli } from "../../cli.ts";
import { checkInput, UsageError } from "../../errors.ts";
import { addExamples } from "../../help.ts";
import { addCouponOptions, readCouponFields, type CouponOptions } from "./coupon-options.ts";
import { codeHelp, printCoupon } from "./coupon.ts";

export function updateCommand(cli: Cli): Command {
  const command = addCouponOptions(new Command("update"))
    .description("change a coupon for orders from now on: only what is given changes")
    .argument("<code>", codeHelp)
    .option("--no-minimum", "counts whatever the goods are worth")
    .option("--no-starts", "from now on")
    .option("--no-ends", "for ever")
    .option("--no-uses", "any number of orders")
    .option("--no-uses-per-customer", "any number of orders a customer")
    .action(async (code: string, options: CouponOptions, command: Command) => {
      const { api, out } = await openSession(cli, command);
      const { currency } = await api.shop.get.query();
      const fields = readCouponFields(options, currency);
      if (Object.values(fields).every((field) => field === undefined)) throw new UsageError("Say what to change, such as --ends or --uses.");
      const input = checkInput(UpdateCouponInput, { ...fields, code });
      if (options.dryRun) return out.json(input);
      const coupon = await api.promotions.updateCoupon.mutate(input);
      if (!out.isJson) out.say(`Changed ${coupon.code}.`);
      printCoupon(out, coupon);
    });
  return addExamples(command, [
    "coupons update SPRING10 --ends 2026-06-30",
    "coupons update SPRING10 --uses 500 --no-minimum",
    "coupons update SPRING10 --percent 15 --dry-run",
  ]);
}
