import { SendTransferInput } from "@cartwright/core/inventory/schemas";
import { Command } from "commander";
import { openSession, type Cli } from "../../../cli.ts";
import { checkInput } from "../../../errors.ts";
import { addExamples } from "../../../help.ts";
import { onceByKey } from "../../../retry.ts";
import { variantName } from "../../../variants.ts";
import { readNamedUnits, resolveUnits } from "../unit-lines.ts";
import { printTransfer } from "./transfer.ts";

interface Options {
  from: string;
  to: string;
  note?: string;
  idempotencyKey?: string;
  dryRun?: boolean;
}

export function sendCommand(cli: Cli): Command {
  const command = new Command("send")
    .description("take units from a location, on their way to another; what is reserved stays")
    .argument("<sku=quantity...>", "what to send")
    .requiredOption("--from <code>", "the location they leave")
    .requiredOption("--to <code>", "the location they go to")
    .option("--note <text>", "a remark, such as who drives")
    .option("--idempotency-key <key>", "repeat an earlier call without a second effect")
    .option("--dry-run", "show what would be sent")
    .action(async (texts: string[], { from, to, note, idempotencyKey, dryRun }: Options, command: Command) => {
      const session = await openSession(cli, command);
      const { api, out } = session;
      const units = await resolveUnits(session, texts.map(readNamedUnits));
      const lines = units.map(({ variant, units }) => ({ variantId: variant.id, quantity: units }));
      const input = checkInput(SendTransferInput, { from, to, lines, note, idempotencyKey });
      if (dryRun) {
        out.say(`Would send from ${from} to ${to}:`);
        for (const each of units) out.say(`  ${each.units} × ${variantName(each.variant)}`);
        return;
      }
      const transfer = await onceByKey(cli.signal, idempotencyKey, (key) => api.inventory.sendTransfer.mutate({ ...input, idempotencyKey: key }));
      await printTransfer(session, transfer);
    });
  return addExamples(command, [
    "stock transfer send SHIRT-M-BLUE=4 MUG=12 --from main --to town",
    'stock transfer send MUG=12 --from town --to main --note "with the Friday van"',
    "stock transfer send MUG=12 --from main --to town --dry-run",
  ]);
}
