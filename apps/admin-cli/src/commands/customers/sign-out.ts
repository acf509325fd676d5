import { Command } from "commander";
import { openSession, type Cli } from "../../cli.ts";
import { confirmOrStop } from "../../confirm.ts";
import { addExamples } from "../../help.ts";
import { customerHelp, describeCustomer, readCustomer } from "./customer.ts";

interface Options {
  dryRun?: boolean;
  yes?: boolean;
}

export function signOutCommand(cli: Cli): Command {
  const command = new Command("sign-out")
    .description("end all sessions of a customer, as when somebody else is in the account")
    .argument("<customer>", customerHelp)
    .option("--dry-run", "show whose they would be")
    .option("-y, --yes", "do not ask")
    .action(async (handle: string, { dryRun, yes }: Options, command: Command) => {
      const { api, out } = await openSession(cli, command);
      const input = readCustomer(handle);
      const what = describeCustomer(await api.customers.get.query(input));
      if (dryRun) return out.say(`Would sign out ${what}.`);
      await confirmOrStop(cli, `Sign ${what} out everywhere?`, yes);
      const signedOut = await api.customers.signOut.mutate(input);
      if (out.isJson) return out.json(signedOut);
      out.say(`${signedOut.ended} ${signedOut.ended === 1 ? "session" : "sessions"} ended.`);
    });
  return addExamples(command, ["customers sign-out jo@example.com", "customers sign-out jo@example.com --yes"]);
}
