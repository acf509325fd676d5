import type { Command } from "commander";

/** What to type, under the help of a command. A line may explain itself behind two spaces and `#`. */
export function addExamples(command: Command, examples: readonly string[], more: readonly string[] = []): Command {
  const blocks = [`Examples:\n${examples.map((line) => `  $ cartwright ${line}`).join("\n")}`, ...more];
  return command.addHelpText("after", `\n${blocks.join("\n\n")}`);
}

/** A noun with its verbs. */
export function addVerbs(noun: Command, verbs: readonly Command[]): Command {
  for (const verb of verbs) noun.addCommand(verb);
  return noun;
}
