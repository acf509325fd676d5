import { Command } from "commander";
import type { Cli } from "../../cli.ts";
import { addVerbs } from "../../help.ts";
import { testCommand } from "./test.ts";

export function mailCommand(cli: Cli): Command {
  return addVerbs(new Command("mail").description("see whether the shop’s mail arrives"), [testCommand(cli)]);
}
