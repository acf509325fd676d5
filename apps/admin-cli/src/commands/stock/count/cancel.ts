import { CountInput } from "@cartwright/core/inventory/schemas";
import { Command } from "commander";
import { openSession, type Cli } from "../../../cli.ts";
import { confirmOrStop } from "../../../confirm.ts";
import { checkInput } from "../../../errors.ts";
import { addExamples } from "../../../help.ts";
import { onceByKey } from "../../../retry.ts";
import { countHelp, countLine } from "./count.ts";

interface Options {
  idempotencyKey?: string;
  dryRun?: boolean;
  yes?: boolean;
}

export function cancelCommand(cli: Cli): Command {
  const command = new Command("cancel")
    .description("give a count up; no stock changes")
    .argument("<count>", countHelp)
    .option("--idempotency-key <key>", "repeat an earlier call without a second effect")
    .option("--dry-run", "show what would be given up")
    .option("-y, --yes", "do not ask")
    .action(async (handle: string, { idempotencyKey, dryRun, yes }: Options, command: Command) => {
      const { api, out } = await openSession(cli, command);
      const { number, location, lineCount } = await api.inventory.getCount.query({ count: handle });
      const what = `count ${number} at ${location.code} with ${lineCount} variants`;
      if (dryRun) return out.say(`Would give up ${what}.`);
      await confirmOrStop(cli, `Give up ${what}?`, yes);
      const input = checkInput(CountInput, { count: handle, idempotencyKey });
      const count = await onceByKey(cli.signal, idempotencyKey, (key) => api.inventory.cancelCount.mutate({ ...input, idempotencyKey: key }));
      if (out.isJson) return out.json(count);
      out.say(countLine(count));
    });
  return addExamples(command, ["stock count cancel 3", "stock count cancel 3 --dry-run", "stock count cancel 3 --yes"]);
}
