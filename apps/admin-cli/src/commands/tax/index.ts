import { Command } from "commander";
import type { Cli } from "../../cli.ts";
import { addVerbs } from "../../help.ts";
import { listCommand } from "./list.ts";
import { removeCommand } from "./remove.ts";
import { setCommand } from "./set.ts";

export function taxCommand(cli: Cli): Command {
  return addVerbs(new Command("tax").description("set the tax rate of each country"), [listCommand(cli), setCommand(cli), removeCommand(cli)]);
}
