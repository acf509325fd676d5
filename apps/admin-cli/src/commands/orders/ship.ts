import { ShipOrderInput } from "@cartwright/core/orders/schemas";
import { Command } from "commander";
import { openSession, type Cli } from "../../cli.ts";
import { checkInput } from "../../errors.ts";
import { addExamples } from "../../help.ts";
import { collect } from "../../options.ts";
import { onceByKey } from "../../retry.ts";
import { lineHelp, readLine, unitsOpen, unitWords, type LineUnits } from "./lines.ts";
import { orderHelp, printOrder, type Order } from "./order.ts";

interface Options {
  line?: string[];
  carrier?: string;
  tracking?: string;
  idempotencyKey?: string;
  dryRun?: boolean;
}

export function shipCommand(cli: Cli): Command {
  const command = new Command("ship")
    .description("record a parcel: everything that is left, or the lines given")
    .argument("<order>", orderHelp)
    .option("--line <sku=quantity>", lineHelp, collect)
    .option("--carrier <name>", "who carries it; a known one gets a tracking link")
    .option("--tracking <number>", "the carrier's tracking number")
    .option("--idempotency-key <key>", "repeat an earlier call without a second effect")
    .option("--dry-run", "show what would be shipped")
    .action(async (order: string, options: Options, command: Command) => {
      const { api, out } = await openSession(cli, command);
      const { line, carrier, tracking, idempotencyKey, dryRun } = options;
      const needsOrder = dryRun || line !== undefined;
      const found = needsOrder ? await api.orders.get.query({ order }) : null;
      const lines = line && found ? line.map((text) => readLine(found, text)) : undefined;
      const input = checkInput(ShipOrderInput, { order, lines, carrier, trackingNumber: tracking, idempotencyKey });
      if (dryRun && found) return sayParcel(found, lines, out.say);
      const shipped = await onceByKey(cli.signal, idempotencyKey, (key) => api.orders.ship.mutate({ ...input, idempotencyKey: key }));
      if (!out.isJson) out.say(`Order ${shipped.number} is ${shipped.fulfilmentStatus.replaceAll("_", " ")}.`);
      printOrder(out, shipped);
    });
  return addExamples(command, [
    "orders ship 1001 --carrier DHL --tracking 00340434161094042557",
    "orders ship 1001 --line SHIRT-M-BLUE=1 --line MUG=2",
    "orders ship 1001 --dry-run",
  ]);
}

function sayParcel(order: Order, parcel: LineUnits[] | undefined, say: (text: string) => void): void {
  const units = unitWords(order, parcel, unitsOpen);
  if (units.length === 0) return say(`Nothing of order ${order.number} is left to ship.`);
  say(`Would ship of order ${order.number}:`);
  for (const words of units) say(`  ${words}`);
}
