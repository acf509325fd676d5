import { Command } from "commander";
import type { Cli } from "../../cli.ts";
import { addVerbs } from "../../help.ts";
import { archiveCommand } from "./archive.ts";
import { createCommand } from "./create.ts";
import { listCommand } from "./list.ts";
import { showCommand } from "./show.ts";
import { updateCommand } from "./update.ts";

export function couponsCommand(cli: Cli): Command {
  return addVerbs(new Command("coupons").description("make codes that take something off, and see how often they are used"), [
    listCommand(cli),
    showCommand(cli),
    createCommand(cli),
    updateCommand(cli),
    archiveCommand(cli),
  ]);
}
