import { Command } from "commander";
import type { Cli } from "../../cli.ts";
import { addVerbs } from "../../help.ts";
import { setCommand } from "./set.ts";
import { showCommand } from "./show.ts";

export function shopCommand(cli: Cli): Command {
  return addVerbs(new Command("shop").description("see and change the shop's name, currency and countries"), [showCommand(cli), setCommand(cli)]);
}
