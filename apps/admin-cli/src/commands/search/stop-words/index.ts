import { Command } from "commander";
import type { Cli } from "../../../cli.ts";
import { addVerbs } from "../../../help.ts";
import { addCommand } from "./add.ts";
import { listCommand } from "./list.ts";
import { removeCommand } from "./remove.ts";

export function stopWordsCommand(cli: Cli): Command {
  return addVerbs(new Command("stop-words").description("words that say nothing in this shop"), [listCommand(cli), addCommand(cli), removeCommand(cli)]);
}
