import { Command } from "commander";
import type { Cli } from "../../cli.ts";
import { addVerbs } from "../../help.ts";
import { eraseCommand } from "./erase.ts";
import { exportCommand } from "./export.ts";
import { listCommand } from "./list.ts";
import { showCommand } from "./show.ts";
import { signOutCommand } from "./sign-out.ts";

export function customersCommand(cli: Cli): Command {
  return addVerbs(new Command("customers").description("look up customers, give them their data, forget them"), [
    listCommand(cli),
    showCommand(cli),
    exportCommand(cli),
    eraseCommand(cli),
    signOutCommand(cli),
  ]);
}
