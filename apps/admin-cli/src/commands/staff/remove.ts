import { StaffInput } from "@cartwright/core/accounts/schemas";
import { Command } from "commander";
import { openSession, type Cli } from "../../cli.ts";
import { confirmOrStop } from "../../confirm.ts";
import { checkInput } from "../../errors.ts";
import { addExamples } from "../../help.ts";
import { staffHelp } from "./staff.ts";

interface Options {
  dryRun?: boolean;
  yes?: boolean;
}

export function removeCommand(cli: Cli): Command {
  const command = new Command("remove")
    .description("somebody works for the shop no more: signed out everywhere, API tokens ended, the account a customer's")
    .argument("<staff>", staffHelp)
    .option("--dry-run", "show who it would be")
    .option("-y, --yes", "do not ask")
    .action(async (staff: string, { dryRun, yes }: Options, command: Command) => {
      const { api, out } = await openSession(cli, command);
      const input = checkInput(StaffInput, { staff });
      if (dryRun) return out.say(`Would remove ${input.staff} from the staff.`);
      await confirmOrStop(cli, `Remove ${input.staff} from the staff?`, yes);
      const removed = await api.staff.remove.mutate(input);
      if (out.isJson) return out.json(removed);
      out.say(`${removed.email} is not of the staff any more.`);
    });
  return addExamples(command, ["staff remove kim@shop.example", "staff remove kim@shop.example --yes"]);
}
