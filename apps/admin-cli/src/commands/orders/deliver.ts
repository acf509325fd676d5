import { Command } from "commander";
import { openSession, type Cli } from "../../cli.ts";
import { addExamples } from "../../help.ts";
import { onceByKey } from "../../retry.ts";
import { orderHelp, printOrder } from "./order.ts";

interface Options {
  shipment?: string;
  idempotencyKey?: string;
  dryRun?: boolean;
}

export function deliverCommand(cli: Cli): Command {
  const command = new Command("deliver")
    .description("record that parcels have arrived: all on their way, or one")
    .argument("<order>", orderHelp)
    .option("--shipment <id>", "only this parcel")
    .option("--idempotency-key <key>", "repeat an earlier call without a second effect")
    .option("--dry-run", "show what would be recorded")
    .action(async (order: string, { shipment, idempotencyKey, dryRun }: Options, command: Command) => {
      const { api, out } = await openSession(cli, command);
      if (dryRun) {
        const found = await api.orders.get.query({ order });
        const onTheirWay = found.shipments.filter(({ id, status }) => status === "shipped" && (shipment === undefined || id === shipment));
        return out.say(`Would record ${onTheirWay.length} of ${found.shipments.length} parcels of order ${found.number} as delivered.`);
      }
      const delivered = await onceByKey(cli.signal, idempotencyKey, (key) => api.orders.deliver.mutate({ order, shipmentId: shipment, idempotencyKey: key }));
      if (!out.isJson) out.say(`Order ${delivered.number} is ${delivered.fulfilmentStatus.replaceAll("_", " ")}.`);
      printOrder(out, delivered);
    });
  return addExamples(command, ["orders deliver 1001", "orders deliver 1001 --shipment shp_01hxyz"]);
}
