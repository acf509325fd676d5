import { CancelReturnInput } from "@cartwright/core/returns/schemas";
import { Command } from "commander";
import { openSession, type Cli } from "../../cli.ts";
import { confirmOrStop } from "../../confirm.ts";
import { checkInput } from "../../errors.ts";
import { addExamples } from "../../help.ts";
import { onceByKey } from "../../retry.ts";
import { printReturn, returnHelp } from "./return.ts";

interface Options {
  idempotencyKey?: string;
  dryRun?: boolean;
  yes?: boolean;
}

export function cancelCommand(cli: Cli): Command {
  const command = new Command("cancel")
    .description("call a return off, as long as nothing of it has arrived")
    .argument("<return>", returnHelp)
    .option("--idempotency-key <key>", "repeat an earlier call without a second effect")
    .option("--dry-run", "show what would be called off")
    .option("-y, --yes", "do not ask")
    .action(async (handle: string, { idempotencyKey, dryRun, yes }: Options, command: Command) => {
      const { api, out } = await openSession(cli, command);
      const input = checkInput(CancelReturnInput, { return: handle, idempotencyKey });
      const found = await api.returns.get.query({ return: handle });
      const what = `return ${found.number} of order ${found.orderNumber} (${found.status})`;
      if (dryRun) return out.say(`Would call off ${what}.`);
      await confirmOrStop(cli, `Call off ${what}?`, yes);
      const cancelled = await onceByKey(cli.signal, idempotencyKey, (key) => api.returns.cancel.mutate({ ...input, idempotencyKey: key }));
      printReturn(out, cancelled, `Return ${cancelled.number} is called off.`);
    });
  return addExamples(command, ["returns cancel 12", "returns cancel 12 --yes"]);
}
