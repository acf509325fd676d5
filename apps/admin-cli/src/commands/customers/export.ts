import { Command } from "commander";
import { openSession, type Cli } from "../../cli.ts";
import { replaceFile, writeTo } from "../../export/replace-file.ts";
import { addExamples } from "../../help.ts";
import { customerHelp, readCustomer } from "./customer.ts";

export function exportCommand(cli: Cli): Command {
  const command = new Command("export")
    .description("write everything the shop knows about somebody as JSON, to be handed to them")
    .argument("<customer>", customerHelp)
    .argument("[file]", "where to; without one, to stdout")
    .action(async (customer: string, file: string | undefined, _: object, command: Command) => {
      const { api, out } = await openSession(cli, command);
      const data = await api.customers.export.mutate(readCustomer(customer));
      const pieces = piecesOf(`${JSON.stringify(data, null, 2)}\n`);
      if (file === undefined || file === "-") return writeTo(cli.stdout, pieces);
      await replaceFile(file, pieces);
      out.say(`Wrote what the shop knows about ${data.email} to ${file}: ${data.orders.length} ${data.orders.length === 1 ? "order" : "orders"}.`);
    });
  return addExamples(
    command,
    ["customers export jo@example.com jo.json", "customers export jo@example.com | jq '.orders | length'"],
    ["That it was exported is noted in the audit log. Passwords and keys are not in it."],
  );
}

async function* piecesOf(text: string): AsyncGenerator<string> {
  yield text;
}
