import { RejectReturnInput } from "@cartwright/core/returns/schemas";
import { Command } from "commander";
import { openSession, type Cli } from "../../cli.ts";
import { confirmOrStop } from "../../confirm.ts";
import { checkInput } from "../../errors.ts";
import { addExamples } from "../../help.ts";
import { onceByKey } from "../../retry.ts";
import { printReturn, returnHelp } from "./return.ts";

interface Options {
  note: string;
  idempotencyKey?: string;
  dryRun?: boolean;
  yes?: boolean;
}

export function rejectCommand(cli: Cli): Command {
  const command = new Command("reject")
    .description("the goods may not come back")
    .argument("<return>", returnHelp)
    .requiredOption("--note <text>", "why; the buyer reads it")
    .option("--idempotency-key <key>", "repeat an earlier call without a second effect")
    .option("--dry-run", "show what would be rejected")
    .option("-y, --yes", "do not ask")
    .action(async (handle: string, { note, idempotencyKey, dryRun, yes }: Options, command: Command) => {
      const { api, out } = await openSession(cli, command);
      const input = checkInput(RejectReturnInput, { return: handle, note, idempotencyKey });
      const found = await api.returns.get.query({ return: handle });
      const what = `return ${found.number} of order ${found.orderNumber} (${found.status})`;
      if (dryRun) return out.say(`Would reject ${what}.`);
      await confirmOrStop(cli, `Reject ${what}?`, yes);
      const rejected = await onceByKey(cli.signal, idempotencyKey, (key) => api.returns.reject.mutate({ ...input, idempotencyKey: key }));
      printReturn(out, rejected, `Return ${rejected.number} is rejected.`);
    });
  return addExamples(command, ['returns reject 12 --note "It has been worn."', 'returns reject 12 --note "It has been worn." --yes']);
}
