import { ReceiveTransferInput } from "@cartwright/core/inventory/schemas";
import { Command } from "commander";
import { openSession, type Cli } from "../../../cli.ts";
import { confirmOrStop } from "../../../confirm.ts";
import { checkInput } from "../../../errors.ts";
import { addExamples } from "../../../help.ts";
import { collect } from "../../../options.ts";
import { onceByKey } from "../../../retry.ts";
import { variantName } from "../../../variants.ts";
import { readNamedUnits, resolveUnits, type VariantUnits } from "../unit-lines.ts";
import { printTransfer, transferHelp } from "./transfer.ts";

interface Options {
  lost?: string[];
  idempotencyKey?: string;
  dryRun?: boolean;
  yes?: boolean;
}

export function receiveCommand(cli: Cli): Command {
  const command = new Command("receive")
    .description("put what has arrived on hand: everything under way, or the units given")
    .argument("<transfer>", transferHelp)
    .argument("[sku=quantity...]", "what has arrived, when it is not everything")
    .option("--lost <sku=quantity>", "what never will arrive; may be repeated", collect)
    .option("--idempotency-key <key>", "repeat an earlier call without a second effect")
    .option("--dry-run", "show what would be received")
    .option("-y, --yes", "do not ask when units are lost")
    .action(async (transfer: string, texts: string[], options: Options, command: Command) => {
      const session = await openSession(cli, command);
      const { api, out } = session;
      const arrived = await resolveUnits(session, texts.map(readNamedUnits));
      const lost = await resolveUnits(session, (options.lost ?? []).map(readNamedUnits));
      const { idempotencyKey } = options;
      const input = checkInput(ReceiveTransferInput, { transfer, lines: linesOf(arrived, lost), idempotencyKey });
      if (options.dryRun) return sayUnits(out.say, transfer, arrived, lost);
      const lostUnits = lost.reduce((sum, { units }) => sum + units, 0);
      if (lostUnits > 0) await confirmOrStop(cli, `Give up ${lostUnits} units of transfer ${transfer} as lost?`, options.yes);
      const received = await onceByKey(cli.signal, idempotencyKey, (key) => api.inventory.receiveTransfer.mutate({ ...input, idempotencyKey: key }));
      await printTransfer(session, received);
    });
  return addExamples(command, [
    "stock transfer receive 12",
    "stock transfer receive 12 SHIRT-M-BLUE=3 MUG=12",
    "stock transfer receive 12 SHIRT-M-BLUE=3 --lost SHIRT-M-BLUE=1 --yes",
  ]);
}

/** None at all means everything. */
function linesOf(arrived: readonly VariantUnits[], lost: readonly VariantUnits[]) {
  const lines = new Map<string, { variantId: string; received: number; lost: number }>();
  const line = (variantId: string) => lines.get(variantId) ?? { variantId, received: 0, lost: 0 };
  for (const { variant, units } of arrived) lines.set(variant.id, { ...line(variant.id), received: units });
  for (const { variant, units } of lost) lines.set(variant.id, { ...line(variant.id), lost: units });
  return lines.size === 0 ? undefined : [...lines.values()];
}

function sayUnits(say: (text: string) => void, transfer: string, arrived: readonly VariantUnits[], lost: readonly VariantUnits[]): void {
  if (arrived.length + lost.length === 0) return say(`Would receive everything that is under way by transfer ${transfer}.`);
  say(`Would receive of transfer ${transfer}:`);
  for (const { variant, units } of arrived) say(`  ${units} × ${variantName(variant)}`);
  for (const { variant, units } of lost) say(`  ${units} × ${variantName(variant)}, lost`);
}
