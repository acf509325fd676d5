import { UpdateShipmentInput } from "@cartwright/core/orders/schemas";
import { Command } from "commander";
import { openSession, type Cli } from "../../cli.ts";
import { checkInput, UsageError } from "../../errors.ts";
import { addExamples } from "../../help.ts";
import { onceByKey } from "../../retry.ts";
import { orderHelp, printOrder } from "./order.ts";

interface Options {
  carrier?: string;
  tracking?: string;
  idempotencyKey?: string;
  dryRun?: boolean;
}

export function trackCommand(cli: Cli): Command {
  const command = new Command("track")
    .description("correct who carries a parcel, and under which number")
    .argument("<order>", orderHelp)
    .argument("<shipment>", "the parcel's id, as orders show has it")
    .option("--carrier <name>", "who carries it; a known one gets a tracking link")
    .option("--tracking <number>", "the carrier's tracking number")
    .option("--idempotency-key <key>", "repeat an earlier call without a second effect")
    .option("--dry-run", "show what would be sent")
    .action(async (order: string, shipmentId: string, { carrier, tracking, idempotencyKey, dryRun }: Options, command: Command) => {
      if (carrier === undefined && tracking === undefined) throw new UsageError("Give the carrier (--carrier), the number (--tracking) or both.");
      const { api, out } = await openSession(cli, command);
      const input = checkInput(UpdateShipmentInput, { order, shipmentId, carrier, trackingNumber: tracking, idempotencyKey });
      if (dryRun) return out.json(input);
      const tracked = await onceByKey(cli.signal, idempotencyKey, (key) => api.orders.updateShipment.mutate({ ...input, idempotencyKey: key }));
      const link = tracked.shipments.find(({ id }) => id === shipmentId)?.trackingUrl;
      if (!out.isJson) out.say(link ? `It can be followed at ${link}` : "Corrected. There is no link for this carrier.");
      printOrder(out, tracked);
    });
  return addExamples(command, ["orders track 1001 shp_01hxyz --carrier DHL --tracking 00340434161094042557", "orders track 1001 shp_01hxyz --tracking 1Z999AA10123456784"]);
}
