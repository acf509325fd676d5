import { CountInput } from "@cartwright/core/inventory/schemas";
import { Command } from "commander";
import { openSession, type Cli } from "../../../cli.ts";
import { confirmOrStop } from "../../../confirm.ts";
import { checkInput } from "../../../errors.ts";
import { addExamples } from "../../../help.ts";
import { onceByKey } from "../../../retry.ts";
import { countHelp, differenceWords, printCount } from "./count.ts";

interface Options {
  idempotencyKey?: string;
  dryRun?: boolean;
  yes?: boolean;
}

export function postCommand(cli: Cli): Command {
  const command = new Command("post")
    .description("correct what is on hand by the differences of a count")
    .argument("<count>", countHelp)
    .option("--idempotency-key <key>", "repeat an earlier call without a second effect")
    .option("--dry-run", "show what would be corrected")
    .option("-y, --yes", "do not ask")
    .action(async (handle: string, { idempotencyKey, dryRun, yes }: Options, command: Command) => {
      const session = await openSession(cli, command);
      const { api, out } = session;
      const count = await api.inventory.getCount.query({ count: handle });
      const what = `count ${count.number} at ${count.location.code}`;
      if (dryRun) return out.say(`Would post ${what}. ${differenceWords(count.lines)}`);
      await confirmOrStop(cli, `Post ${what}? ${differenceWords(count.lines)}`, yes);
      const input = checkInput(CountInput, { count: handle, idempotencyKey });
      await printCount(session, await onceByKey(cli.signal, idempotencyKey, (key) => api.inventory.postCount.mutate({ ...input, idempotencyKey: key })));
    });
  return addExamples(command, ["stock count post 3", "stock count post 3 --dry-run", "stock count post 3 --yes"]);
}
