import { Command } from "commander";
import { openSession, type Cli } from "../../../cli.ts";
import { addExamples } from "../../../help.ts";
import { countHelp, printCount } from "./count.ts";

interface Options {
  differences?: boolean;
}

export function showCommand(cli: Cli): Command {
  const command = new Command("show")
    .description("a count: what was expected, and what was counted")
    .argument("<count>", countHelp)
    .option("--differences", "only what differs")
    .action(async (handle: string, { differences }: Options, command: Command) => {
      const session = await openSession(cli, command);
      const count = await session.api.inventory.getCount.query({ count: handle });
      await printCount(session, differences ? { ...count, lines: count.lines.filter(({ difference }) => difference !== 0) } : count);
    });
  return addExamples(command, ["stock count show 3", "stock count show 3 --differences", "stock count show 3 --json"]);
}
