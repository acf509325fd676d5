import { Command } from "commander";
import { openSession, type Cli } from "../../cli.ts";
import { confirmOrStop } from "../../confirm.ts";
import { CliError, exitCodes } from "../../errors.ts";
import { addExamples } from "../../help.ts";
import { codeHelp } from "./method.ts";

interface Options {
  dryRun?: boolean;
  yes?: boolean;
}

export function archiveCommand(cli: Cli): Command {
  const command = new Command("archive")
    .description("offer a way to send no more; orders keep what they chose")
    .argument("<code>", codeHelp)
    .option("--dry-run", "show what would be archived")
    .option("-y, --yes", "do not ask")
    .action(async (code: string, { dryRun, yes }: Options, command: Command) => {
      const { api, out } = await openSession(cli, command);
      const found = (await api.shipping.list.query()).find((method) => method.code === code);
      if (!found) throw new CliError(`There is no shipping method "${code}".`, exitCodes.notFound);
      const what = `${found.name} (${code})`;
      if (dryRun) return out.say(`Would archive ${what}.`);
      await confirmOrStop(cli, `Archive ${what}?`, yes);
      const method = await api.shipping.archive.mutate({ code });
      if (out.isJson) return out.json(method);
      out.say(`Archived ${what}.`);
    });
  return addExamples(command, ["shipping archive express", "shipping archive express --yes", "shipping archive express --dry-run"]);
}
