import { Command } from "commander";
import type { Cli } from "../../../cli.ts";
import { addVerbs } from "../../../help.ts";
import { addCommand } from "./add.ts";
import { listCommand } from "./list.ts";
import { removeCommand } from "./remove.ts";

export function synonymsCommand(cli: Cli): Command {
  return addVerbs(new Command("synonyms").description("words that find what other words find"), [listCommand(cli), addCommand(cli), removeCommand(cli)]);
}
