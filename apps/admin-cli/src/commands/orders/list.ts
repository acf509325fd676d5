import { formatMoney } from "@cartwright/core/kernel/money";
import { ListOrdersInput } from "@cartwright/core/orders/schemas";
import { Command, Option } from "commander";
import { openSession, type Cli } from "../../cli.ts";
import type { Outputs } from "../../client.ts";
import { addExamples } from "../../help.ts";
import type { Output } from "../../output/output.ts";
import type { Column } from "../../output/table.ts";
import { addPageOptions, readPages, sayMore, type PageOptions } from "../../pages.ts";
import { paintStatus, type Order } from "./order.ts";

type OrderRow = Outputs["orders"]["list"]["items"][number];

interface Options extends PageOptions {
  status?: Order["status"];
  search?: string;
}

const columns = (out: Output): readonly Column<OrderRow>[] => [
  { heading: "Order", text: ({ number }) => number },
  { heading: "Status", text: ({ status }) => status, paint: paintStatus },
  { heading: "Total", text: ({ total }) => formatMoney(total), isRight: true },
  { heading: "Units", text: ({ quantity }) => quantity, isRight: true },
  { heading: "E-mail", text: ({ email }) => email, isFlexible: true },
  { heading: "Placed", text: ({ placedAt }) => out.time(placedAt) },
];

export function listCommand(cli: Cli): Command {
  const command = new Command("list")
    .description("orders, newest first")
    .addOption(new Option("--status <status>", "only these").choices(ListOrdersInput.shape.status.unwrap().options))
    .option("--search <text>", "a part of the e-mail address, or the number")
    .action(async ({ status, search, ...pageOptions }: Options, command: Command) => {
      const { api, out } = await openSession(cli, command);
      const page = await readPages((page) => api.orders.list.query({ ...page, status, text: search }), pageOptions);
      if (out.isJson) return out.json(page);
      out.list({ columns: columns(out), items: page.items, empty: "No orders." });
      sayMore(out, page, "orders");
    });
  return addExamples(addPageOptions(command), [
    "orders list",
    "orders list --status confirmed --all",
    "orders list --search jo@example.com --json",
    "orders list --status confirmed | cut -f1 | xargs -n1 cartwright orders ship",
  ]);
}
