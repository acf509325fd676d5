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

export function signOutCommand(cli: Cli): Command {
  const command = new Command("sign-out")
    .description("end all sessions of somebody, as when a device was lost; API tokens go on")
    .argument("<staff>", staffHelp)
    .option("--dry-run", "show whose it would be")
    .option("-y, --yes", "do not ask")
    .action(async (staff: string, { dryRun, yes }: Options, command: Command) => {
      const { api, out } = await openSession(cli, command);
      const input = checkInput(StaffInput, { staff });
      if (dryRun) return out.say(`Would sign ${input.staff} out everywhere.`);
      await confirmOrStop(cli, `Sign ${input.staff} out everywhere?`, yes);
      const signedOut = await api.staff.signOut.mutate(input);
      if (out.isJson) return out.json(signedOut);
      out.say(`${signedOut.ended} ${signedOut.ended === 1 ? "session" : "sessions"} ended.`);
    });
  return addExamples(command, ["staff sign-out kim@shop.example", "staff sign-out kim@shop.example --yes"]);
}
