import { ArchiveLocationInput } from "@cartwright/core/inventory/schemas";
import { Command } from "commander";
import { openSession, type Cli } from "../../../cli.ts";
import { confirmOrStop } from "../../../confirm.ts";
import { checkInput, CliError, exitCodes } from "../../../errors.ts";
import { addExamples } from "../../../help.ts";
import { onceByKey } from "../../../retry.ts";
import { locationHelp, printLocation } from "./location.ts";

interface Options {
  idempotencyKey?: string;
  dryRun?: boolean;
  yes?: boolean;
}

export function archiveCommand(cli: Cli): Command {
  const command = new Command("archive")
    .description("close a location that is empty; its history stays")
    .argument("<code>", locationHelp)
    .option("--idempotency-key <key>", "repeat an earlier call without a second effect")
    .option("--dry-run", "show what would be closed")
    .option("-y, --yes", "do not ask")
    .action(async (code: string, { idempotencyKey, dryRun, yes }: Options, command: Command) => {
      const { api, out } = await openSession(cli, command);
      const found = (await api.inventory.listLocations.query()).find((location) => location.code === code || location.id === code);
      if (!found) throw new CliError(`There is no location "${code}".`, exitCodes.notFound);
      const what = `${found.name} (${found.code})`;
      if (dryRun) return out.say(`Would archive ${what}: ${found.onHand} on hand, ${found.reserved} reserved, ${found.inTransit} coming.`);
      await confirmOrStop(cli, `Archive ${what}?`, yes);
      const input = checkInput(ArchiveLocationInput, { location: found.id, idempotencyKey });
      const location = await onceByKey(cli.signal, idempotencyKey, (key) => api.inventory.archiveLocation.mutate({ ...input, idempotencyKey: key }));
      printLocation(out, location, `Archived ${what}.`);
    });
  return addExamples(command, ["stock locations archive town", "stock locations archive town --dry-run", "stock locations archive town --yes"]);
}
