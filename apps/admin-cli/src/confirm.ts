import { confirm, isCancel } from "@clack/prompts";
import { isInteractive, type Cli } from "./cli.ts";
import { CliError, InterruptedError, UsageError } from "./errors.ts";

/** Asks before what can't be undone. `--yes` answers; where nobody can, it is asked for. */
export async function confirmOrStop(cli: Cli, question: string, isYes: boolean | undefined): Promise<void> {
  if (isYes) return;
  if (!isInteractive(cli)) throw new UsageError(`${question} Nobody is here to answer: add --yes to do it, or --dry-run to see it.`);
  const answer = await confirm({ message: question, initialValue: false, input: cli.stdin, output: cli.stderr });
  if (isCancel(answer)) throw new InterruptedError("Stopped. Nothing was changed.");
  if (!answer) throw new CliError("Nothing was changed.");
}
