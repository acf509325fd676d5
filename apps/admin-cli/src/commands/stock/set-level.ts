import { SetLevelInput } from "@cartwright/core/inventory/schemas";
import { Command } from "commander";
import { openSession, type Cli } from "../../cli.ts";
import { checkInput, UsageError } from "../../errors.ts";
import { addExamples } from "../../help.ts";
import { parseWhole } from "../../options.ts";
import { onceByKey } from "../../retry.ts";
import { findOneVariant } from "../../variants.ts";
import { handleHelp, printLevels } from "./levels.ts";

interface Options {
  location?: string;
  threshold?: number;
  backorder?: number;
  idempotencyKey?: string;
  dryRun?: boolean;
}

export function setLevelCommand(cli: Cli): Command {
  const command = new Command("set-level")
    .description("set from when on a variant is low, and how many may be promised beyond what is on hand")
    .argument("<variant>", handleHelp)
    .option("--location <code>", "where (else the first location)")
    .option("--threshold <units>", "low at so many available units or fewer", parseWhole)
    .option("--backorder <units>", "so many may be promised that are not there; 0 for none", parseWhole)
    .option("--idempotency-key <key>", "repeat an earlier call without a second effect")
    .option("--dry-run", "show what would be sent")
    .action(async (handle: string, options: Options, command: Command) => {
      const session = await openSession(cli, command);
      const { api, out } = session;
      const { location, threshold: lowStockThreshold, backorder: backorderLimit, idempotencyKey } = options;
      if (lowStockThreshold === undefined && backorderLimit === undefined) throw new UsageError("Say what to change: --threshold, --backorder, or both.");
      const variant = await findOneVariant(session, handle);
      const input = checkInput(SetLevelInput, { variantId: variant.id, location, lowStockThreshold, backorderLimit, idempotencyKey });
      if (options.dryRun) return out.json(input);
      const levels = await onceByKey(cli.signal, idempotencyKey, (key) => api.inventory.setLevel.mutate({ ...input, idempotencyKey: key }));
      printLevels(out, variant, levels);
    });
  return addExamples(command, [
    "stock set-level SHIRT-M-BLUE --threshold 10",
    "stock set-level SHIRT-M-BLUE --location town --backorder 5",
    "stock set-level SHIRT-M-BLUE --backorder 0 --dry-run",
  ]);
}
