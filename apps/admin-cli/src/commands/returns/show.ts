import { Command } from "commander";
import { openSession, type Cli } from "../../cli.ts";
import { addExamples } from "../../help.ts";
import { printReturn, returnHelp } from "./return.ts";

export function showCommand(cli: Cli): Command {
  const command = new Command("show")
    .description("one return with its lines")
    .argument("<return>", returnHelp)
    .action(async (handle: string, _: object, command: Command) => {
      const { api, out } = await openSession(cli, command);
      printReturn(out, await api.returns.get.query({ return: handle }));
    });
  return addExamples(command, ["returns show 12", "returns show 12 --json"]);
}
