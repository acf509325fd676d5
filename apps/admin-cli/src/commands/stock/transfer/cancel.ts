import { TransferInput } from "@cartwright/core/inventory/schemas";
import { Command } from "commander";
import { openSession, type Cli } from "../../../cli.ts";
import { confirmOrStop } from "../../../confirm.ts";
import { checkInput } from "../../../errors.ts";
import { addExamples } from "../../../help.ts";
import { onceByKey } from "../../../retry.ts";
import { printTransfer, transferHelp } from "./transfer.ts";

interface Options {
  idempotencyKey?: string;
  dryRun?: boolean;
  yes?: boolean;
}

export function cancelCommand(cli: Cli): Command {
  const command = new Command("cancel")
    .description("call back what is still under way: it is on hand again where it left")
    .argument("<transfer>", transferHelp)
    .option("--idempotency-key <key>", "repeat an earlier call without a second effect")
    .option("--dry-run", "show what would go back")
    .option("-y, --yes", "do not ask")
    .action(async (transfer: string, { idempotencyKey, dryRun, yes }: Options, command: Command) => {
      const session = await openSession(cli, command);
      const { api, out } = session;
      const { number, units, from } = await api.inventory.getTransfer.query({ transfer });
      const what = `${units.inTransit} units of transfer ${number} to ${from.code}`;
      if (dryRun) return out.say(`Would call back ${what}.`);
      await confirmOrStop(cli, `Call back ${what}?`, yes);
      const input = checkInput(TransferInput, { transfer, idempotencyKey });
      await printTransfer(session, await onceByKey(cli.signal, idempotencyKey, (key) => api.inventory.cancelTransfer.mutate({ ...input, idempotencyKey: key })));
    });
  return addExamples(command, ["stock transfer cancel 12", "stock transfer cancel 12 --dry-run", "stock transfer cancel 12 --yes"]);
}
