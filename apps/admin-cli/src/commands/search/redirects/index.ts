import { Command } from "commander";
import type { Cli } from "../../../cli.ts";
import { addVerbs } from "../../../help.ts";
import { addCommand } from "./add.ts";
import { listCommand } from "./list.ts";
import { removeCommand } from "./remove.ts";

export function redirectsCommand(cli: Cli): Command {
  return addVerbs(new Command("redirects").description("queries that open a page"), [listCommand(cli), addCommand(cli), removeCommand(cli)]);
}
