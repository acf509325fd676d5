import { StopWordInput } from "@cartwright/core/search/schemas";
import { Command } from "commander";
import { openSession, type Cli } from "../../../cli.ts";
import { confirmOrStop } from "../../../confirm.ts";
import { checkInput } from "../../../errors.ts";
import { addExamples } from "../../../help.ts";

interface Options {
  dryRun?: boolean;
  yes?: boolean;
}

export function removeCommand(cli: Cli): Command {
  const command = new Command("remove")
    .description("look for a word again")
    .argument("<word>", "one that the shop leaves out")
    .option("--dry-run", "show what would be removed")
    .option("-y, --yes", "do not ask")
    .action(async (word: string, { dryRun, yes }: Options, command: Command) => {
      const { api, out } = await openSession(cli, command);
      const input = checkInput(StopWordInput, { word });
      if (dryRun) return out.say(`Would look for ${input.word} again.`);
      await confirmOrStop(cli, `Look for ${input.word} again?`, yes);
      const removed = await api.search.removeStopWord.mutate(input);
      if (out.isJson) return out.json(removed);
      out.say(`Searches look for ${removed.word} again, within seconds.`);
    });
  return addExamples(command, ["search stop-words remove premium", "search stop-words remove premium --yes"]);
}
