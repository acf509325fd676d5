import { GrantPermissionsInput } from "@cartwright/core/accounts/schemas";
import type { Permission } from "@cartwright/core/kernel/permissions";
import { Command } from "commander";
import { openSession, type Cli } from "../../cli.ts";
import { checkInput, UsageError } from "../../errors.ts";
import { addExamples } from "../../help.ts";
import { parseCodes } from "../../options.ts";
import { permissionsHelp, printStaff, staffHelp } from "./staff.ts";

interface Options {
  admin?: boolean;
  dryRun?: boolean;
}

export function grantCommand(cli: Cli): Command {
  const command = new Command("grant")
    .description("let one of the staff do more, from now on")
    .argument("<staff>", staffHelp)
    .argument("[permissions...]", "such as orders.refund stock.adjust")
    .option("--admin", "everything, what is yet to come too")
    .option("--dry-run", "show what would be sent")
    .action(async (staff: string, words: string[], { admin = false, dryRun }: Options, command: Command) => {
      const { api, out } = await openSession(cli, command);
      const permissions = words.flatMap(parseCodes);
      if (admin === permissions.length > 0) throw new UsageError("Name permissions, such as orders.refund, or give --admin.");
      // The schema refuses what is no permission.
      const input = checkInput(GrantPermissionsInput, { staff, isAdmin: admin, ...(admin ? {} : { permissions: permissions as Permission[] }) });
      if (dryRun) return out.json(input);
      printStaff(out, await api.staff.grant.mutate(input));
    });
  return addExamples(command, ["staff grant kim@shop.example orders.refund", "staff grant kim@shop.example --admin"], [permissionsHelp]);
}
