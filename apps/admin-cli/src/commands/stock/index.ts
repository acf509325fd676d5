import { Command } from "commander";
import type { Cli } from "../../cli.ts";
import { addVerbs } from "../../help.ts";
import { adjustCommand } from "./adjust.ts";
import { historyCommand } from "./history.ts";
import { lowCommand } from "./low.ts";
import { receiveCommand } from "./receive.ts";
import { showCommand } from "./show.ts";

export function stockCommand(cli: Cli): Command {
  return addVerbs(new Command("stock").description("count, receive and correct what is on hand"), [
    showCommand(cli),
    receiveCommand(cli),
    adjustCommand(cli),
    lowCommand(cli),
    historyCommand(cli),
  ]);
}
