import { Command } from "commander";
import type { Cli } from "../../cli.ts";
import { addVerbs } from "../../help.ts";
import { deadCommand } from "./dead.ts";
import { listCommand } from "./list.ts";
import { retryCommand } from "./retry.ts";
import { showCommand } from "./show.ts";
import { skipCommand } from "./skip.ts";

export function eventsCommand(cli: Cli): Command {
  return addVerbs(new Command("events").description("what the shop still has to do about its own news, and what it failed on"), [
    listCommand(cli),
    showCommand(cli),
    deadCommand(cli),
    retryCommand(cli),
    skipCommand(cli),
  ]);
}
