import { ReceiveStockInput } from "@cartwright/core/inventory/schemas";
import { Command } from "commander";
import { openSession, type Cli } from "../../cli.ts";
import { checkInput } from "../../errors.ts";
import { addExamples } from "../../help.ts";
import { parseWhole } from "../../options.ts";
import { onceByKey } from "../../retry.ts";
import { findOneVariant, variantName } from "../../variants.ts";
import { handleHelp, printLevels } from "./levels.ts";

interface Options {
  location?: string;
  reason?: string;
  reference?: string;
  idempotencyKey?: string;
  dryRun?: boolean;
}

export function receiveCommand(cli: Cli): Command {
  const command = new Command("receive")
    .description("add units that have arrived")
    .argument("<variant>", handleHelp)
    .argument("<quantity>", "how many units", parseWhole)
    .option("--location <code>", "where they arrived (else the first location)")
    .option("--reason <text>", "a remark for the history")
    .option("--reference <text>", "the delivery note or purchase order")
    .option("--idempotency-key <key>", "repeat an earlier call without a second effect")
    .option("--dry-run", "show what would be done")
    .action(async (handle: string, quantity: number, options: Options, command: Command) => {
      const session = await openSession(cli, command);
      const { api, out } = session;
      const variant = await findOneVariant(session, handle);
      const { location, reason, reference, idempotencyKey } = options;
      const input = checkInput(ReceiveStockInput, { variantId: variant.id, quantity, location, reason, reference, idempotencyKey });
      if (options.dryRun) return out.say(`Would receive ${quantity} of ${variantName(variant)}.`);
      const levels = await onceByKey(cli.signal, idempotencyKey, (key) => api.inventory.receive.mutate({ ...input, idempotencyKey: key }));
      printLevels(out, variant, levels);
    });
  return addExamples(command, ["stock receive SHIRT-M-BLUE 40", 'stock receive SHIRT-M-BLUE 40 --reference "PO 2041" --location berlin']);
}
