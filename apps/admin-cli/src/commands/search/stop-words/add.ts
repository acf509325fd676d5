import { StopWordInput } from "@cartwright/core/search/schemas";
import { Command } from "commander";
import { openSession, type Cli } from "../../../cli.ts";
import { checkInput } from "../../../errors.ts";
import { addExamples } from "../../../help.ts";

export function addCommand(cli: Cli): Command {
  const command = new Command("add")
    .description("leave a word out of searches that have others")
    .argument("<word>", "such as premium, where everything is called so")
    .option("--dry-run", "show what would be added")
    .action(async (word: string, { dryRun }: { dryRun?: boolean }, command: Command) => {
      const { api, out } = await openSession(cli, command);
      const input = checkInput(StopWordInput, { word });
      if (dryRun) return out.say(`Would leave out ${input.word}.`);
      const added = await api.search.addStopWord.mutate(input);
      if (out.isJson) return out.json(added);
      out.say(`Searches leave out ${added.word}, within seconds.`);
    });
  return addExamples(command, ["search stop-words add premium", "search stop-words add larkfield --dry-run"]);
}
