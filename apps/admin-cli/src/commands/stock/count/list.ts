import { ListCountsInput } from "@cartwright/core/inventory/schemas";
import { Command, Option } from "commander";
import { openSession, type Cli } from "../../../cli.ts";
import { addExamples } from "../../../help.ts";
import { addPageOptions, readPages, sayMore, type PageOptions } from "../../../pages.ts";
import { countColumns, type CountRow } from "./count.ts";

interface Options extends PageOptions {
  status?: CountRow["status"];
}

export function listCommand(cli: Cli): Command {
  const command = new Command("list")
    .description("counts, newest first")
    .addOption(new Option("--status <status>", "only those").choices(ListCountsInput.shape.status.unwrap().options))
    .action(async ({ status, ...pages }: Options, command: Command) => {
      const { api, out } = await openSession(cli, command);
      const page = await readPages((page) => api.inventory.listCounts.query({ ...page, status }), pages);
      if (out.isJson) return out.json(page);
      out.list({ columns: countColumns(out), items: page.items, empty: "Nothing has been counted yet. Begin with: cartwright stock count start" });
      sayMore(out, page, "counts");
    });
  return addExamples(addPageOptions(command), ["stock count list", "stock count list --status open", "stock count list --all --json"]);
}
