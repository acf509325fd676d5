import { Command } from "commander";
import { openSession, type Cli } from "../cli.ts";
import { CliError, exitCodes } from "../errors.ts";
import { examine, type Check } from "../examine.ts";
import { addExamples } from "../help.ts";
import type { Output } from "../output/output.ts";

const doctorTimeoutMs = 10_000;

export function doctorCommand(cli: Cli): Command {
  const command = new Command("doctor")
    .description("check that everything is well: server, versions, database, clock, sign-in, and what is needed to sell")
    .action(async (_: object, command: Command) => {
      const session = await openSession(cli, command, { timeoutMs: doctorTimeoutMs });
      const { out, url } = session;
      const checks = await examine(session);
      const failed = checks.filter(({ state }) => state === "failed").length;
      if (out.isJson) out.json({ ok: failed === 0, url, checks });
      else for (const check of checks) out.line(checkLine(out, check));
      if (failed > 0) throw new CliError(failed === 1 ? "One check failed." : `${failed} checks failed.`, exitCodes.failed);
    });
  return addExamples(command, ["doctor", "doctor --url https://shop.example --json"], [
    "Exits with 1 when a check fails. A warning is no failure, nor is not being signed in, which hides what only staff may see.",
  ]);
}

function checkLine({ isTerminal, style }: Output, { name, state, detail }: Check): string {
  if (!isTerminal) return [state, name, detail].join("\t");
  const marks = { ok: style.green("✓"), warning: style.yellow("!"), failed: style.red("✗"), skipped: style.yellow("–") };
  return `${marks[state]} ${name.padEnd(11)} ${detail}`;
}
