import { Command } from "commander";
import type { Cli } from "../../cli.ts";
import { addVerbs } from "../../help.ts";
import { adjustCommand } from "./adjust.ts";
import { alertsCommand } from "./alerts.ts";
import { countCommand } from "./count/index.ts";
import { historyCommand } from "./history.ts";
import { locationsCommand } from "./locations/index.ts";
import { lowCommand } from "./low.ts";
import { receiveCommand } from "./receive.ts";
import { setLevelCommand } from "./set-level.ts";
import { showCommand } from "./show.ts";
import { transferCommand } from "./transfer/index.ts";
import { watchCommand } from "./watch.ts";

export function stockCommand(cli: Cli): Command {
  return addVerbs(new Command("stock").description("count, receive, move and correct what is on hand"), [
    showCommand(cli),
    receiveCommand(cli),
    adjustCommand(cli),
    lowCommand(cli),
    alertsCommand(cli),
    historyCommand(cli),
    setLevelCommand(cli),
    locationsCommand(cli),
    transferCommand(cli),
    countCommand(cli),
    watchCommand(cli),
  ]);
}
