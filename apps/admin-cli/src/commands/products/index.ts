import { Command } from "commander";
import type { Cli } from "../../cli.ts";
import { addVerbs } from "../../help.ts";
import { archiveCommand } from "./archive.ts";
import { createCommand } from "./create.ts";
import { exportCommand } from "./export.ts";
import { importCommand } from "./import.ts";
import { listCommand } from "./list.ts";
import { showCommand } from "./show.ts";
import { updateCommand } from "./update.ts";

export function productsCommand(cli: Cli): Command {
  return addVerbs(new Command("products").description("find, make and change products, one by one or by the file"), [
    listCommand(cli),
    showCommand(cli),
    createCommand(cli),
    updateCommand(cli),
    archiveCommand(cli),
    importCommand(cli),
    exportCommand(cli),
  ]);
}
