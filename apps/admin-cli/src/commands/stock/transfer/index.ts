import { Command } from "commander";
import type { Cli } from "../../../cli.ts";
import { addVerbs } from "../../../help.ts";
import { cancelCommand } from "./cancel.ts";
import { listCommand } from "./list.ts";
import { receiveCommand } from "./receive.ts";
import { sendCommand } from "./send.ts";
import { showCommand } from "./show.ts";

export function transferCommand(cli: Cli): Command {
  return addVerbs(new Command("transfer").description("move stock from one location to another"), [
    sendCommand(cli),
    receiveCommand(cli),
    cancelCommand(cli),
    listCommand(cli),
    showCommand(cli),
  ]);
}
