import { CreateLocationInput } from "@cartwright/core/inventory/schemas";
import { Command } from "commander";
import { openSession, type Cli } from "../../../cli.ts";
import { checkInput } from "../../../errors.ts";
import { addExamples } from "../../../help.ts";
import { parseWhole } from "../../../options.ts";
import { onceByKey } from "../../../retry.ts";
import { locationHelp, printLocation } from "./location.ts";

interface Options {
  name: string;
  priority?: number;
  idempotencyKey?: string;
  dryRun?: boolean;
}

export function createCommand(cli: Cli): Command {
  const command = new Command("create")
    .description("open a place that holds stock")
    .argument("<code>", locationHelp)
    .requiredOption("--name <text>", "what staff read")
    .option("--priority <number>", "0 serves buyers first (else it serves last)", parseWhole)
    .option("--idempotency-key <key>", "repeat an earlier call without a second effect")
    .option("--dry-run", "show what would be sent")
    .action(async (code: string, { name, priority, idempotencyKey, dryRun }: Options, command: Command) => {
      const { api, out } = await openSession(cli, command);
      const input = checkInput(CreateLocationInput, { code, name, priority, idempotencyKey });
      if (dryRun) return out.json(input);
      const location = await onceByKey(cli.signal, idempotencyKey, (key) => api.inventory.createLocation.mutate({ ...input, idempotencyKey: key }));
      printLocation(out, location, `Opened ${location.code}.`);
    });
  return addExamples(command, ['stock locations create town --name "The shop in town"', 'stock locations create mill --name "The mill" --priority 0']);
}
