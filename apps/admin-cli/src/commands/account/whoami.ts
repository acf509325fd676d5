import { Command } from "commander";
import { openSession, type Cli } from "../../cli.ts";
import { CliError, exitCodes } from "../../errors.ts";
import { addExamples } from "../../help.ts";

export function whoamiCommand(cli: Cli): Command {
  const command = new Command("whoami").description("show who is signed in, and where").action(async (_: object, command: Command) => {
    const { api, url, out, token } = await openSession(cli, command);
    const account = token === null ? null : await api.accounts.me.query();
    if (!account) {
      const why = token === null ? "You are not signed in" : "Your session has run out";
      throw new CliError(`${why} at ${url}. Log in with: cartwright login`, exitCodes.denied);
    }
    if (out.isJson) return out.json({ url, ...account });
    out.record([
      ["name", account.name],
      ["email", account.email],
      ["role", account.role],
      ["server", url],
    ]);
  });
  return addExamples(command, ["whoami", "whoami --json"]);
}
