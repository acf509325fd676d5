import { AddSynonymsInput } from "@cartwright/core/search/schemas";
import { Command } from "commander";
import { openSession, type Cli } from "../../../cli.ts";
import { checkInput } from "../../../errors.ts";
import { addExamples } from "../../../help.ts";
import { collect } from "../../../options.ts";
import { synonymColumns, synonymText } from "./synonyms.ts";

interface Options {
  finds?: string[];
  dryRun?: boolean;
}

export function addCommand(cli: Cli): Command {
  const command = new Command("add")
    .description("words that mean the same; with --finds, words that also find others, and not the other way round")
    .argument("<words...>", "a word or a short phrase each")
    .option("--finds <word>", "what the words find as well; may be given several times", collect)
    .option("--dry-run", "show what would be added")
    .action(async (terms: string[], { finds = [], dryRun }: Options, command: Command) => {
      const { api, out } = await openSession(cli, command);
      const input = checkInput(AddSynonymsInput, { terms, replacements: finds });
      if (dryRun) return out.say(`Would add ${synonymText(input)}.`);
      const added = await api.search.addSynonyms.mutate(input);
      if (out.isJson) return out.json(added);
      out.list({ columns: synonymColumns, items: [added], empty: "" });
      out.say("Searches follow within seconds.");
    });
  return addExamples(command, [
    "search synonyms add jumper sweater pullover",
    'search synonyms add "frying pan" skillet',
    "search synonyms add crockery --finds plate --finds bowl  # but plate does not find all crockery",
  ]);
}
