import { Command } from "commander";
import { openSession, type Cli } from "../../../cli.ts";
import { addExamples } from "../../../help.ts";
import { printTransfer, transferHelp } from "./transfer.ts";

export function showCommand(cli: Cli): Command {
  const command = new Command("show")
    .description("a transfer: what was sent, what has arrived, what is lost")
    .argument("<transfer>", transferHelp)
    .action(async (transfer: string, _: object, command: Command) => {
      const session = await openSession(cli, command);
      await printTransfer(session, await session.api.inventory.getTransfer.query({ transfer }));
    });
  return addExamples(command, ["stock transfer show 12", "stock transfer show 12 --json"]);
}
