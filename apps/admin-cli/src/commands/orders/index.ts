import { Command } from "commander";
import type { Cli } from "../../cli.ts";
import { addVerbs } from "../../help.ts";
import { cancelCommand } from "./cancel.ts";
import { deliverCommand } from "./deliver.ts";
import { listCommand } from "./list.ts";
import { shipCommand } from "./ship.ts";
import { showCommand } from "./show.ts";

export function ordersCommand(cli: Cli): Command {
  return addVerbs(new Command("orders").description("look after what people bought"), [
    listCommand(cli),
    showCommand(cli),
    shipCommand(cli),
    deliverCommand(cli),
    cancelCommand(cli),
  ]);
}
