import { RevokeApiTokenInput } from "@cartwright/core/accounts/schemas";
import { Command } from "commander";
import { openSession, type Cli } from "../../cli.ts";
import { confirmOrStop } from "../../confirm.ts";
import { checkInput } from "../../errors.ts";
import { addExamples } from "../../help.ts";

interface Options {
  dryRun?: boolean;
  yes?: boolean;
}

export function revokeCommand(cli: Cli): Command {
  const command = new Command("revoke")
    .description("end an API token, at once and for good")
    .argument("<token>", "its first letters as in the list (cwt_…), or its id (tok_…)")
    .option("--dry-run", "show what would be ended")
    .option("-y, --yes", "do not ask")
    .action(async (token: string, { dryRun, yes }: Options, command: Command) => {
      const { api, out } = await openSession(cli, command);
      const input = checkInput(RevokeApiTokenInput, { token });
      if (dryRun) return out.say(`Would end ${input.token}.`);
      await confirmOrStop(cli, `End the token ${input.token}? What uses it stops working.`, yes);
      const ended = await api.tokens.revoke.mutate(input);
      if (out.isJson) return out.json(ended);
      out.say(`Ended ${input.token}.`);
    });
  return addExamples(command, ["tokens revoke cwt_5a1b9c3d", "tokens revoke tok_01kbkw5y1m3v5n2q8r7t9w0xyz --yes"]);
}
