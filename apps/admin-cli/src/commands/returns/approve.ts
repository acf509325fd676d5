import { ApproveReturnInput } from "@cartwright/core/returns/schemas";
import { Command } from "commander";
import { openSession, type Cli } from "../../cli.ts";
import { checkInput } from "../../errors.ts";
import { addExamples } from "../../help.ts";
import { onceByKey } from "../../retry.ts";
import { printReturn, returnHelp } from "./return.ts";

interface Options {
  note?: string;
  idempotencyKey?: string;
  dryRun?: boolean;
}

export function approveCommand(cli: Cli): Command {
  const command = new Command("approve")
    .description("the buyer may send the goods")
    .argument("<return>", returnHelp)
    .option("--note <text>", "what the buyer reads, such as where to send it")
    .option("--idempotency-key <key>", "repeat an earlier call without a second effect")
    .option("--dry-run", "show what would be sent")
    .action(async (handle: string, { note, idempotencyKey, dryRun }: Options, command: Command) => {
      const { api, out } = await openSession(cli, command);
      const input = checkInput(ApproveReturnInput, { return: handle, note, idempotencyKey });
      if (dryRun) return out.json(input);
      const approved = await onceByKey(cli.signal, idempotencyKey, (key) => api.returns.approve.mutate({ ...input, idempotencyKey: key }));
      printReturn(out, approved, `Return ${approved.number} is approved.`);
    });
  return addExamples(command, ["returns approve 12", 'returns approve 12 --note "Send it to the address on the slip."']);
}
