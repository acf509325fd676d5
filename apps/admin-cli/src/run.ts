import { CommanderError, type Command } from "commander";
import type { Cli } from "./cli.ts";
import { exitCodes, explain, type ExitCode } from "./errors.ts";
import { createStyle } from "./output/style.ts";
import { createProgram } from "./program.ts";

/** Runs one command line and answers with its exit code. Nothing is thrown. */
export async function runCli(cli: Cli, args: readonly string[]): Promise<ExitCode> {
  const program = createProgram(cli);
  try {
    await program.parseAsync(args.length > 0 ? [...args] : ["--help"], { from: "user" });
    return exitCodes.ok;
  } catch (error) {
    if (error instanceof CommanderError) return exitCodeOf(error);
    return tell(cli, program, error);
  }
}

// Commander has printed its own line by then. Help that was asked for is a success, help for want of a verb is not.
function exitCodeOf(error: CommanderError): ExitCode {
  return error.exitCode === 0 ? exitCodes.ok : exitCodes.usage;
}

function tell(cli: Cli, program: Command, error: unknown): ExitCode {
  const url = program.opts<{ url?: string }>().url ?? cli.env.url;
  const { line, exitCode } = explain(error, url);
  const { red } = createStyle(cli.stderr.isTTY === true && cli.env.isColorWanted && program.opts<{ color?: boolean }>().color !== false);
  cli.stderr.write(`${red(line)}\n`);
  return exitCode;
}
