import { RevokePermissionsInput } from "@cartwright/core/accounts/schemas";
import type { Permission } from "@cartwright/core/kernel/permissions";
import { Command } from "commander";
import { openSession, type Cli } from "../../cli.ts";
import { confirmOrStop } from "../../confirm.ts";
import { checkInput } from "../../errors.ts";
import { addExamples } from "../../help.ts";
import { parseCodes } from "../../options.ts";
import { permissionsHelp, printStaff, staffHelp } from "./staff.ts";

interface Options {
  dryRun?: boolean;
  yes?: boolean;
}

export function revokeCommand(cli: Cli): Command {
  const command = new Command("revoke")
    .description("let one of the staff do less, from now on; an admin keeps all but these and is one no more")
    .argument("<staff>", staffHelp)
    .argument("<permissions...>", "such as orders.refund stock.adjust")
    .option("--dry-run", "show what would be sent")
    .option("-y, --yes", "do not ask")
    .action(async (staff: string, words: string[], { dryRun, yes }: Options, command: Command) => {
      const { api, out } = await openSession(cli, command);
      // The schema refuses what is no permission.
      const input = checkInput(RevokePermissionsInput, { staff, permissions: words.flatMap(parseCodes) as Permission[] });
      if (dryRun) return out.json(input);
      await confirmOrStop(cli, `Take ${input.permissions.join(", ")} from ${input.staff}?`, yes);
      printStaff(out, await api.staff.revoke.mutate(input));
    });
  return addExamples(command, ["staff revoke kim@shop.example orders.refund", "staff revoke kim@shop.example orders.refund,stock.adjust --yes"], [permissionsHelp]);
}
