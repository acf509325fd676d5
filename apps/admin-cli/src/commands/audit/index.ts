import { Command } from "commander";
import type { Cli } from "../../cli.ts";
import { addVerbs } from "../../help.ts";
import { listCommand } from "./list.ts";

export function auditCommand(cli: Cli): Command {
  return addVerbs(new Command("audit").description("what staff and the system did"), [listCommand(cli)]);
}
