import { StaffInput } from "@cartwright/core/accounts/schemas";
import { Command } from "commander";
import { openSession, type Cli } from "../../cli.ts";
import { confirmOrStop } from "../../confirm.ts";
import { checkInput } from "../../errors.ts";
import { addExamples } from "../../help.ts";
import { printStaff, staffHelp } from "./staff.ts";

interface Options {
  dryRun?: boolean;
  yes?: boolean;
}

export function resetSecondFactorCommand(cli: Cli): Command {
  const command = new Command("reset-second-factor")
    .description("turn off the second factor of somebody who has lost device and recovery codes; be sure who asks for it")
    .argument("<staff>", staffHelp)
    .option("--dry-run", "show whose it would be")
    .option("-y, --yes", "do not ask")
    .action(async (staff: string, { dryRun, yes }: Options, command: Command) => {
      const { api, out } = await openSession(cli, command);
      const input = checkInput(StaffInput, { staff });
      if (dryRun) return out.say(`Would turn off the second factor of ${input.staff}.`);
      await confirmOrStop(cli, `Turn off the second factor of ${input.staff}, and sign them out everywhere?`, yes);
      printStaff(out, await api.staff.resetSecondFactor.mutate(input));
    });
  return addExamples(command, ["staff reset-second-factor kim@shop.example", "staff reset-second-factor kim@shop.example --yes"]);
}
