import { UpdateLocationInput } from "@cartwright/core/inventory/schemas";
import { Command } from "commander";
import { openSession, type Cli } from "../../../cli.ts";
import { checkInput, UsageError } from "../../../errors.ts";
import { addExamples } from "../../../help.ts";
import { parseWhole } from "../../../options.ts";
import { onceByKey } from "../../../retry.ts";
import { locationHelp, printLocation } from "./location.ts";

interface Options {
  name?: string;
  priority?: number;
  idempotencyKey?: string;
  dryRun?: boolean;
}

export function updateCommand(cli: Cli): Command {
  const command = new Command("update")
    .description("change a location: only what is given changes")
    .argument("<code>", locationHelp)
    .option("--name <text>", "what staff read")
    .option("--priority <number>", "0 serves buyers first", parseWhole)
    .option("--idempotency-key <key>", "repeat an earlier call without a second effect")
    .option("--dry-run", "show what would be sent")
    .action(async (location: string, { name, priority, idempotencyKey, dryRun }: Options, command: Command) => {
      const { api, out } = await openSession(cli, command);
      if (name === undefined && priority === undefined) throw new UsageError("Say what to change: --name, --priority, or both.");
      const input = checkInput(UpdateLocationInput, { location, name, priority, idempotencyKey });
      if (dryRun) return out.json(input);
      const changed = await onceByKey(cli.signal, idempotencyKey, (key) => api.inventory.updateLocation.mutate({ ...input, idempotencyKey: key }));
      printLocation(out, changed, `Changed ${changed.code}.`);
    });
  return addExamples(command, ["stock locations update town --priority 0", 'stock locations update town --name "Market street" --dry-run']);
}
