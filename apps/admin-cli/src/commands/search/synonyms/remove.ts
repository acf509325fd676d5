import { RemoveSynonymsInput } from "@cartwright/core/search/schemas";
import { Command } from "commander";
import { openSession, type Cli } from "../../../cli.ts";
import { confirmOrStop } from "../../../confirm.ts";
import { checkInput, CliError, exitCodes } from "../../../errors.ts";
import { addExamples } from "../../../help.ts";
import { synonymText } from "./synonyms.ts";

interface Options {
  dryRun?: boolean;
  yes?: boolean;
}

export function removeCommand(cli: Cli): Command {
  const command = new Command("remove")
    .description("words that no longer mean the same")
    .argument("<id>", "of the synonyms (syn_…), as the list has it")
    .option("--dry-run", "show what would be removed")
    .option("-y, --yes", "do not ask")
    .action(async (id: string, { dryRun, yes }: Options, command: Command) => {
      const { api, out } = await openSession(cli, command);
      const input = checkInput(RemoveSynonymsInput, { synonyms: id });
      const found = (await api.search.listSynonyms.query()).find(({ id }) => id === input.synonyms);
      if (!found) throw new CliError(`There are no synonyms "${input.synonyms}".`, exitCodes.notFound);
      const what = synonymText(found);
      if (dryRun) return out.say(`Would remove ${what}.`);
      await confirmOrStop(cli, `Remove ${what}?`, yes);
      const removed = await api.search.removeSynonyms.mutate(input);
      if (out.isJson) return out.json(removed);
      out.say(`Removed ${what}.`);
    });
  return addExamples(command, ["search synonyms remove syn_01kbkw5y1m3v5n2q8r7t9w0xyz", "search synonyms remove syn_01kbkw5y1m3v5n2q8r7t9w0xyz --yes"]);
}
