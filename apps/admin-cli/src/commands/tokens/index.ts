import { Command } from "commander";
import type { Cli } from "../../cli.ts";
import { addVerbs } from "../../help.ts";
import { createCommand } from "./create.ts";
import { listCommand } from "./list.ts";
import { revokeCommand } from "./revoke.ts";

export function tokensCommand(cli: Cli): Command {
  return addVerbs(new Command("tokens").description("keys for machines, which may do what you choose and no more than you"), [
    listCommand(cli),
    createCommand(cli),
    revokeCommand(cli),
  ]);
}
