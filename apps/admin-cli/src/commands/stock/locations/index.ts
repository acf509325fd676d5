import { Command } from "commander";
import type { Cli } from "../../../cli.ts";
import { addVerbs } from "../../../help.ts";
import { archiveCommand } from "./archive.ts";
import { createCommand } from "./create.ts";
import { listCommand } from "./list.ts";
import { updateCommand } from "./update.ts";

export function locationsCommand(cli: Cli): Command {
  return addVerbs(new Command("locations").description("choose where stock lies and who serves first"), [
    listCommand(cli),
    createCommand(cli),
    updateCommand(cli),
    archiveCommand(cli),
  ]);
}
