import { CouponInput } from "@cartwright/core/promotions/schemas";
import { Command } from "commander";
import { openSession, type Cli } from "../../cli.ts";
import { checkInput } from "../../errors.ts";
import { addExamples } from "../../help.ts";
import { codeHelp, printCoupon } from "./coupon.ts";

export function showCommand(cli: Cli): Command {
  const command = new Command("show")
    .description("a coupon: what it takes off, when, and how often it was used")
    .argument("<code>", codeHelp)
    .action(async (code: string, _: object, command: Command) => {
      const { api, out } = await openSession(cli, command);
      printCoupon(out, await api.promotions.getCoupon.query(checkInput(CouponInput, { code })));
    });
  return addExamples(command, ["coupons show SPRING10", "coupons show spring10 --json"]);
}
