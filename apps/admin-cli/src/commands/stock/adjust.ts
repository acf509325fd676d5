import { AdjustStockInput } from "@cartwright/core/inventory/schemas";
import { Command } from "commander";
import { openSession, type Cli } from "../../cli.ts";
import { confirmOrStop } from "../../confirm.ts";
import { checkInput, UsageError } from "../../errors.ts";
import { addExamples } from "../../help.ts";
import { parseWhole } from "../../options.ts";
import { onceByKey } from "../../retry.ts";
import { findOneVariant, variantName } from "../../variants.ts";
import { handleHelp, printLevels, type Levels } from "./levels.ts";

interface Options {
  by?: number;
  to?: number;
  reason: string;
  location?: string;
  idempotencyKey?: string;
  dryRun?: boolean;
  yes?: boolean;
}

export function adjustCommand(cli: Cli): Command {
  const command = new Command("adjust")
    .description("correct what is on hand, by a change or to a count")
    .argument("<variant>", handleHelp)
    .option("--by <change>", "units more (5) or fewer (-5)", parseWhole)
    .option("--to <count>", "the number that was counted", parseWhole)
    .requiredOption("--reason <text>", "why; it is kept in the history")
    .option("--location <code>", "where (else the first location)")
    .option("--idempotency-key <key>", "repeat an earlier call without a second effect")
    .option("--dry-run", "show what would be done")
    .option("-y, --yes", "do not ask when units are taken away")
    .action(async (handle: string, options: Options, command: Command) => {
      const session = await openSession(cli, command);
      const { api, out } = session;
      const { by, to, reason, location, idempotencyKey } = options;
      if ((by === undefined) === (to === undefined)) throw new UsageError("Give either the change (--by) or the new count (--to).");
      const variant = await findOneVariant(session, handle);
      const input = checkInput(AdjustStockInput, { variantId: variant.id, by, to, reason, location, idempotencyKey });
      const before = onHandAt(await api.inventory.getLevels.query({ variantId: variant.id }), location);
      const after = to ?? before + (by ?? 0);
      const change = `On hand of ${variantName(variant)}: ${before} → ${after}.`;
      if (options.dryRun) return out.say(`Would adjust. ${change}`);
      if (after < before) await confirmOrStop(cli, `${change} Adjust it?`, options.yes);
      const levels = await onceByKey(cli.signal, idempotencyKey, (key) => api.inventory.adjust.mutate({ ...input, idempotencyKey: key }));
      printLevels(out, variant, levels);
    });
  return addExamples(command, [
    'stock adjust SHIRT-M-BLUE --by -2 --reason "damaged in the window"',
    'stock adjust SHIRT-M-BLUE --to 38 --reason "yearly count" --yes',
    'stock adjust SHIRT-M-BLUE --by -2 --reason "damaged" --dry-run',
  ]);
}

/** Without a location it is the first by priority, as the server takes it. */
function onHandAt({ levels }: Levels, location: string | undefined): number {
  const level = location === undefined ? levels[0] : levels.find(({ location: { id, code } }) => id === location || code === location);
  return level?.onHand ?? 0;
}
