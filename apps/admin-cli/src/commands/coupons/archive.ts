import { CouponInput } from "@cartwright/core/promotions/schemas";
import { Command } from "commander";
import { openSession, type Cli } from "../../cli.ts";
import { confirmOrStop } from "../../confirm.ts";
import { checkInput } from "../../errors.ts";
import { addExamples } from "../../help.ts";
import { codeHelp, printCoupon } from "./coupon.ts";

interface Options {
  dryRun?: boolean;
  yes?: boolean;
}

export function archiveCommand(cli: Cli): Command {
  const command = new Command("archive")
    .description("take a code out of use; orders keep what they got")
    .argument("<code>", codeHelp)
    .option("--dry-run", "show what would be archived")
    .option("-y, --yes", "do not ask")
    .action(async (typed: string, { dryRun, yes }: Options, command: Command) => {
      const { api, out } = await openSession(cli, command);
      const input = checkInput(CouponInput, { code: typed });
      const { name, code } = await api.promotions.getCoupon.query(input);
      const what = `${code} (${name})`;
      if (dryRun) return out.say(`Would archive ${what}.`);
      await confirmOrStop(cli, `Archive ${what}?`, yes);
      const coupon = await api.promotions.archiveCoupon.mutate(input);
      if (out.isJson) return printCoupon(out, coupon);
      out.say(`Archived ${what}.`);
    });
  return addExamples(command, ["coupons archive SPRING10", "coupons archive SPRING10 --yes", "coupons archive SPRING10 --dry-run"]);
}
