import { Command } from "commander";
import type { Cli } from "../../cli.ts";
import { addVerbs } from "../../help.ts";
import { treeCommand } from "./tree.ts";

export function categoriesCommand(cli: Cli): Command {
  return addVerbs(new Command("categories").description("see how the shop is ordered"), [treeCommand(cli)]);
}
