import { CreateShippingMethodInput } from "@cartwright/core/shipping/schemas";
import { Command } from "commander";
import { openSession, type Cli } from "../../cli.ts";
import { checkInput, UsageError } from "../../errors.ts";
import { addExamples } from "../../help.ts";
import { addMethodOptions, readMethodFields, type MethodOptions } from "./method-options.ts";
import { codeHelp, printMethod } from "./method.ts";

export function createCommand(cli: Cli): Command {
  const command = addMethodOptions(new Command("create"))
    .description("make a way to send: at a flat price, free over an amount if you like")
    .argument("<code>", codeHelp)
    .action(async (code: string, options: MethodOptions, command: Command) => {
      const { api, out } = await openSession(cli, command);
      const { currency } = await api.shop.get.query();
      const { name, priceMinor, ...fields } = readMethodFields(options, currency);
      if (name === undefined || priceMinor === undefined) throw new UsageError("A shipping method needs --name and --price.");
      const input = checkInput(CreateShippingMethodInput, { ...fields, code, name, priceMinor });
      if (options.dryRun) return out.json(input);
      const method = await api.shipping.create.mutate(input);
      if (!out.isJson) out.say(`Made ${method.code}.`);
      printMethod(out, method);
    });
  return addExamples(command, [
    'shipping create standard --name "Standard parcel" --price 4.90 --free-over 75',
    "shipping create express --name Express --price 12.90 --countries DE,AT",
    "shipping create pickup --name Pick-up --price 0 --dry-run",
  ]);
}
