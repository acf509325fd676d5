import { SkipEventInput } from "@cartwright/core/events/schemas";
import { Command } from "commander";
import { openSession, type Cli } from "../../cli.ts";
import { confirmOrStop } from "../../confirm.ts";
import { checkInput } from "../../errors.ts";
import { addExamples } from "../../help.ts";
import { eventHelp, printEvent } from "./event.ts";

interface Options {
  reason: string;
  dryRun?: boolean;
  yes?: boolean;
}

export function skipCommand(cli: Cli): Command {
  const command = new Command("skip")
    .description("give an event up, so that those behind it go on: what it stood for is not done")
    .argument("<event>", eventHelp)
    .requiredOption("--reason <text>", "why; it is kept in the audit log")
    .option("--idempotency-key <key>", "repeat an earlier call without a second effect")
    .option("--dry-run", "show what would be skipped")
    .option("-y, --yes", "do not ask")
    .action(async (event: string, { reason, dryRun, yes }: Options, command: Command) => {
      const { api, out } = await openSession(cli, command);
      const input = checkInput(SkipEventInput, { event, reason });
      const found = await api.events.get.query({ event: input.event });
      const what = `${found.type} about ${found.subject} (${found.status})`;
      if (dryRun) return out.say(`Would skip ${what}.`);
      await confirmOrStop(cli, `Skip ${what}? It will not be done.`, yes);
      printEvent(out, await api.events.skip.mutate(input));
    });
  return addExamples(command, [
    'events skip evt_01kbkw5y1m3v5n2q8r7t9w0xyz --reason "refunded by bank transfer"',
    'events skip evt_01kbkw5y1m3v5n2q8r7t9w0xyz --reason "refunded by bank transfer" --yes',
    'events skip evt_01kbkw5y1m3v5n2q8r7t9w0xyz --reason "a test" --dry-run',
  ]);
}
