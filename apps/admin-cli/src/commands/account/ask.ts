import { isCancel, password as askPassword, text as askText } from "@clack/prompts";
import { isInteractive, type Cli } from "../../cli.ts";
import { InterruptedError, UsageError } from "../../errors.ts";
import { readStdin } from "../../stdin.ts";

/** One line, typed openly. Errors: the given one where nobody is there to ask. */
export async function askLine(cli: Cli, message: string, otherwise: string): Promise<string> {
  if (!isInteractive(cli)) throw new UsageError(otherwise);
  return answered(await askText({ input: cli.stdin, output: cli.stderr, message }));
}

/** The password, from stdin where that is asked for, else typed unseen. Errors: the given one where nobody is there to ask. */
export async function askPasswordOf(cli: Cli, isOnStdin: boolean | undefined, otherwise: string): Promise<string> {
  if (isOnStdin) return (await readStdin(cli)).replace(/\r?\n$/, "");
  if (!isInteractive(cli)) throw new UsageError(otherwise);
  return answered(await askPassword({ input: cli.stdin, output: cli.stderr, message: "Password" }));
}

function answered(answer: string | symbol | undefined): string {
  if (isCancel(answer)) throw new InterruptedError("Stopped. Nothing was changed.");
  return String(answer ?? "");
}
