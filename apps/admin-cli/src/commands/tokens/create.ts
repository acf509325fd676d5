import { CreateApiTokenInput } from "@cartwright/core/accounts/schemas";
import { permissions, type Permission } from "@cartwright/core/kernel/permissions";
import { Command, InvalidArgumentError } from "commander";
import { openSession, type Cli } from "../../cli.ts";
import { checkInput } from "../../errors.ts";
import { addExamples } from "../../help.ts";
import { parseCodes } from "../../options.ts";
import { askPasswordOf } from "../account/ask.ts";

interface Options {
  scopes: string[];
  expires: number;
  passwordStdin?: boolean;
}

export function createCommand(cli: Cli): Command {
  const command = new Command("create")
    .description("a new API token, printed this once")
    .argument("<name>", "what it is for")
    .requiredOption("--scopes <permissions>", "what it may do, such as stock.read,stock.adjust", parseCodes)
    .option("--expires <days>", "how long it is good for, such as 90d; a year at most", parseDays, 90)
    .option("--password-stdin", "read your password from stdin instead of asking")
    .action(async (name: string, { scopes, expires: days, passwordStdin }: Options, command: Command) => {
      const { api, out } = await openSession(cli, command);
      // Looked at before the password is asked for; the schema refuses what is no permission.
      const wish = checkInput(CreateApiTokenInput.omit({ password: true }), { name, scopes: scopes as Permission[], days });
      const password = await askPasswordOf(cli, passwordStdin, "Your password is needed: give --password-stdin.");
      const { token, ...created } = await api.tokens.create.mutate({ ...wish, password });
      if (out.isJson) return out.json({ ...created, token });
      out.say(`${created.name} may ${created.scopes.join(", ")} until ${out.time(created.expiresAt ?? "")}. The token, shown this once:`);
      out.line(token);
    });
  return addExamples(
    command,
    ['tokens create "stock sync" --scopes stock.read,stock.adjust', "tokens create nightly --scopes orders.read --expires 30d --password-stdin < password.txt"],
    [`Scopes: ${permissions.join(", ")}.`, "Use it as the variable CARTWRIGHT_TOKEN, or in the header Authorization: Bearer <token>."],
  );
}

function parseDays(text: string): number {
  const days = /^(\d{1,3})d?$/.exec(text)?.[1];
  if (days === undefined) throw new InvalidArgumentError("Give days, such as 90d.");
  return Number(days);
}
