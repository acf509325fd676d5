import { formatMoney } from "@cartwright/core/kernel/money";
import { ListReturnsInput } from "@cartwright/core/returns/schemas";
import { Command, Option } from "commander";
import { openSession, type Cli } from "../../cli.ts";
import type { Outputs } from "../../client.ts";
import { addExamples } from "../../help.ts";
import type { Output } from "../../output/output.ts";
import type { Column } from "../../output/table.ts";
import { addPageOptions, readPages, sayMore, type PageOptions } from "../../pages.ts";
import { paintReturn, type Return } from "./return.ts";

type ReturnRow = Outputs["returns"]["list"]["items"][number];

interface Options extends PageOptions {
  status?: Return["status"];
  order?: string;
}

const columns = (out: Output): readonly Column<ReturnRow>[] => [
  { heading: "Return", text: ({ number }) => number },
  { heading: "Order", text: ({ orderNumber }) => orderNumber },
  { heading: "Status", text: ({ status }) => status, paint: paintReturn },
  { heading: "Units", text: ({ quantity }) => quantity, isRight: true },
  { heading: "Reason", text: ({ reason }) => reason.replaceAll("_", " "), isFlexible: true },
  { heading: "Refunded", text: ({ refunded }) => formatMoney(refunded), isRight: true },
  { heading: "Asked for", text: ({ createdAt }) => out.time(createdAt) },
];

export function listCommand(cli: Cli): Command {
  const command = new Command("list")
    .description("returns, newest first")
    .addOption(new Option("--status <status>", "only these").choices(ListReturnsInput.shape.status.unwrap().options))
    .option("--order <order>", "only those of one order")
    .action(async ({ status, order, ...pageOptions }: Options, command: Command) => {
      const { api, out } = await openSession(cli, command);
      const page = await readPages((page) => api.returns.list.query({ ...page, status, order }), pageOptions);
      if (out.isJson) return out.json(page);
      out.list({ columns: columns(out), items: page.items, empty: "No returns." });
      sayMore(out, page, "returns");
    });
  return addExamples(addPageOptions(command), ["returns list", "returns list --status requested", "returns list --order 1001 --json"]);
}
