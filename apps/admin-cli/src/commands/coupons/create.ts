import { CreateCouponInput } from "@cartwright/core/promotions/schemas";
import { Command } from "commander";
import { openSession, type Cli } from "../../cli.ts";
import { checkInput, UsageError } from "../../errors.ts";
import { addExamples } from "../../help.ts";
import { addCouponOptions, readCouponFields, type CouponOptions } from "./coupon-options.ts";
import { codeHelp, printCoupon } from "./coupon.ts";

export function createCommand(cli: Cli): Command {
  const command = addCouponOptions(new Command("create"))
    .description("make a code that takes a percentage or an amount off the goods")
    .argument("<code>", codeHelp)
    .action(async (code: string, options: CouponOptions, command: Command) => {
      const { api, out } = await openSession(cli, command);
      const { currency } = await api.shop.get.query();
      const { name, ...fields } = readCouponFields(options, currency);
      if (name === undefined) throw new UsageError("A coupon needs a --name that shoppers read.");
      if ((options.percent === undefined) === (options.amount === undefined)) throw new UsageError("Give either --percent or --amount.");
      const input = checkInput(CreateCouponInput, { ...fields, code, name });
      if (options.dryRun) return out.json(input);
      const coupon = await api.promotions.createCoupon.mutate(input);
      if (!out.isJson) out.say(`Made ${coupon.code}.`);
      printCoupon(out, coupon);
    });
  return addExamples(command, [
    'coupons create WELCOME10 --name "Welcome" --percent 10 --uses-per-customer 1',
    'coupons create FIVER --name "Five off" --amount 5 --minimum 50 --ends 2026-12-31',
    'coupons create FIRST100 --name "The first hundred" --percent 20 --uses 100 --dry-run',
  ]);
}
