import { ListTransfersInput } from "@cartwright/core/inventory/schemas";
import { Command, Option } from "commander";
import { openSession, type Cli } from "../../../cli.ts";
import { addExamples } from "../../../help.ts";
import { addPageOptions, readPages, sayMore, type PageOptions } from "../../../pages.ts";
import { transferColumns, type TransferRow } from "./transfer.ts";

interface Options extends PageOptions {
  status?: TransferRow["status"];
}

export function listCommand(cli: Cli): Command {
  const command = new Command("list")
    .description("transfers, newest first")
    .addOption(new Option("--status <status>", "only those").choices(ListTransfersInput.shape.status.unwrap().options))
    .action(async ({ status, ...pages }: Options, command: Command) => {
      const { api, out } = await openSession(cli, command);
      const page = await readPages((page) => api.inventory.listTransfers.query({ ...page, status }), pages);
      if (out.isJson) return out.json(page);
      out.list({ columns: transferColumns(out), items: page.items, empty: "Nothing has been sent from one location to another." });
      sayMore(out, page, "transfers");
    });
  return addExamples(addPageOptions(command), ["stock transfer list", "stock transfer list --status in_transit", "stock transfer list --all --json"]);
}
