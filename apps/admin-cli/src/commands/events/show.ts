import { Command } from "commander";
import { openSession, type Cli } from "../../cli.ts";
import { addExamples } from "../../help.ts";
import { eventHelp, printEvent } from "./event.ts";

export function showCommand(cli: Cli): Command {
  const command = new Command("show")
    .description("one event: what it tells, how often it was tried, what it failed on and waits for")
    .argument("<event>", eventHelp)
    .action(async (event: string, _: object, command: Command) => {
      const { api, out } = await openSession(cli, command);
      printEvent(out, await api.events.get.query({ event }));
    });
  return addExamples(command, ["events show evt_01kbkw5y1m3v5n2q8r7t9w0xyz", "events show evt_01kbkw5y1m3v5n2q8r7t9w0xyz --json"]);
}
