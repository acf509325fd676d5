import { Command } from "commander";
import type { Cli } from "../../../cli.ts";
import { addVerbs } from "../../../help.ts";
import { addCommand } from "./add.ts";
import { hideCommand } from "./hide.ts";
import { listCommand } from "./list.ts";
import { removeCommand } from "./remove.ts";

export function pinsCommand(cli: Cli): Command {
  return addVerbs(new Command("pins").description("products that a query shows at a fixed place, or never"), [
    listCommand(cli),
    addCommand(cli),
    hideCommand(cli),
    removeCommand(cli),
  ]);
}
