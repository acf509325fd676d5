import { Command } from "commander";
import type { Cli } from "../../cli.ts";
import { addVerbs } from "../../help.ts";
import { cancelCommand } from "./cancel.ts";
import { captureCommand } from "./capture.ts";
import { deliverCommand } from "./deliver.ts";
import { explainCommand } from "./explain.ts";
import { listCommand } from "./list.ts";
import { payCommand } from "./pay.ts";
import { paymentsCommand } from "./payments.ts";
import { rebuildCommand } from "./rebuild.ts";
import { refundCommand } from "./refund.ts";
import { shipCommand } from "./ship.ts";
import { showCommand } from "./show.ts";
import { trackCommand } from "./track.ts";
import { voidCommand } from "./void.ts";
import { watchCommand } from "./watch.ts";

export function ordersCommand(cli: Cli): Command {
  return addVerbs(new Command("orders").description("look after what people bought"), [
    listCommand(cli),
    showCommand(cli),
    watchCommand(cli),
    explainCommand(cli),
    paymentsCommand(cli),
    payCommand(cli),
    captureCommand(cli),
    voidCommand(cli),
    shipCommand(cli),
    trackCommand(cli),
    deliverCommand(cli),
    cancelCommand(cli),
    refundCommand(cli),
    rebuildCommand(cli),
  ]);
}
