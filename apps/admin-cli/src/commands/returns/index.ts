import { Command } from "commander";
import type { Cli } from "../../cli.ts";
import { addVerbs } from "../../help.ts";
import { approveCommand } from "./approve.ts";
import { cancelCommand } from "./cancel.ts";
import { createCommand } from "./create.ts";
import { listCommand } from "./list.ts";
import { receiveCommand } from "./receive.ts";
import { rejectCommand } from "./reject.ts";
import { showCommand } from "./show.ts";

export function returnsCommand(cli: Cli): Command {
  return addVerbs(new Command("returns").description("look after what comes back"), [
    listCommand(cli),
    showCommand(cli),
    createCommand(cli),
    approveCommand(cli),
    rejectCommand(cli),
    receiveCommand(cli),
    cancelCommand(cli),
  ]);
}
