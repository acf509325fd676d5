import { Command } from "commander";
import type { Cli } from "../../cli.ts";
import { addVerbs } from "../../help.ts";
import { archiveCommand } from "./archive.ts";
import { createCommand } from "./create.ts";
import { listCommand } from "./list.ts";
import { updateCommand } from "./update.ts";

export function shippingCommand(cli: Cli): Command {
  return addVerbs(new Command("shipping").description("choose how orders are sent and what that costs"), [
    listCommand(cli),
    createCommand(cli),
    updateCommand(cli),
    archiveCommand(cli),
  ]);
}
