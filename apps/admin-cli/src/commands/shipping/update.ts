import { UpdateShippingMethodInput } from "@cartwright/core/shipping/schemas";
import { Command } from "commander";
import { openSession, type Cli } from "../../cli.ts";
import { checkInput, UsageError } from "../../errors.ts";
import { addExamples } from "../../help.ts";
import { addMethodOptions, readMethodFields, type MethodOptions } from "./method-options.ts";
import { codeHelp, printMethod } from "./method.ts";

export function updateCommand(cli: Cli): Command {
  const command = addMethodOptions(new Command("update"))
    .description("change a way to send: only what is given changes")
    .argument("<code>", codeHelp)
    .option("--no-free-over", "never free")
    .option("--no-countries", "to every country that the shop sends to")
    .action(async (code: string, options: MethodOptions, command: Command) => {
      const { api, out } = await openSession(cli, command);
      const { currency } = await api.shop.get.query();
      const fields = readMethodFields(options, currency);
      if (Object.values(fields).every((field) => field === undefined)) throw new UsageError("Say what to change, such as --name or --price.");
      const input = checkInput(UpdateShippingMethodInput, { ...fields, code });
      if (options.dryRun) return out.json(input);
      const method = await api.shipping.update.mutate(input);
      if (!out.isJson) out.say(`Changed ${method.code}.`);
      printMethod(out, method);
    });
  return addExamples(command, [
    "shipping update standard --price 5.90",
    "shipping update standard --no-free-over --countries DE,AT",
    "shipping update standard --position 0 --dry-run",
  ]);
}
