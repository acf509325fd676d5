import { Command } from "commander";
import { openSession, type Cli } from "../../cli.ts";
import { addExamples } from "../../help.ts";
import { addPageOptions, readPages, sayMore, type PageOptions } from "../../pages.ts";
import { staffColumns } from "./staff.ts";

export function listCommand(cli: Cli): Command {
  const command = new Command("list").description("everybody who works for the shop").action(async (options: PageOptions, command: Command) => {
    const { api, out } = await openSession(cli, command);
    const page = await readPages((page) => api.staff.list.query(page), options);
    if (out.isJson) return out.json(page);
    out.list({ columns: staffColumns, items: page.items, empty: "Nobody. Invite somebody with: cartwright staff invite" });
    sayMore(out, page, "of the staff");
  });
  return addExamples(addPageOptions(command), ["staff list", "staff list --all --json"]);
}
