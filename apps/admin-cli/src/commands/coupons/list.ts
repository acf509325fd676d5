import { couponStates, type CouponState } from "@cartwright/core/promotions/schemas";
import { Command, Option } from "commander";
import { openSession, type Cli } from "../../cli.ts";
import { addExamples } from "../../help.ts";
import { addPageOptions, readPages, sayMore, type PageOptions } from "../../pages.ts";
import { couponColumns } from "./coupon.ts";

interface Options extends PageOptions {
  state?: CouponState;
  search?: string;
}

export function listCommand(cli: Cli): Command {
  const command = new Command("list")
    .description("coupons that are not archived, newest first")
    .addOption(new Option("--state <state>", "only these").choices(couponStates))
    .option("--search <text>", "a part of the code or the name")
    .action(async ({ state, search, ...pageOptions }: Options, command: Command) => {
      const { api, out } = await openSession(cli, command);
      const page = await readPages((page) => api.promotions.listCoupons.query({ ...page, state, text: search }), pageOptions);
      if (out.isJson) return out.json(page);
      out.list({ columns: couponColumns(out), items: page.items, empty: "No coupons. Make one with: cartwright coupons create" });
      sayMore(out, page, "coupons");
    });
  return addExamples(addPageOptions(command), ["coupons list", "coupons list --state expired --all", "coupons list --search spring --json"]);
}
