import { Command } from "commander";
import type { Cli } from "../../../cli.ts";
import { addVerbs } from "../../../help.ts";
import { cancelCommand } from "./cancel.ts";
import { enterCommand } from "./enter.ts";
import { listCommand } from "./list.ts";
import { postCommand } from "./post.ts";
import { showCommand } from "./show.ts";
import { startCommand } from "./start.ts";

export function countCommand(cli: Cli): Command {
  return addVerbs(new Command("count").description("count what lies on the shelves, and correct what is on hand by it"), [
    startCommand(cli),
    enterCommand(cli),
    showCommand(cli),
    postCommand(cli),
    cancelCommand(cli),
    listCommand(cli),
  ]);
}
