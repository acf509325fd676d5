import { Command } from "commander";
import { openSession, type Cli } from "../../cli.ts";
import { confirmOrStop } from "../../confirm.ts";
import { CliError, exitCodes } from "../../errors.ts";
import { addExamples } from "../../help.ts";
import { onceByKey } from "../../retry.ts";
import { customerHelp, describeCustomer, readCustomer } from "./customer.ts";

interface Options {
  idempotencyKey?: string;
  dryRun?: boolean;
  yes?: boolean;
}

export function eraseCommand(cli: Cli): Command {
  const command = new Command("erase")
    .description("forget somebody for good; of their orders stays what the books need")
    .argument("<customer>", customerHelp)
    .option("--idempotency-key <key>", "repeat an earlier call without a second effect")
    .option("--dry-run", "show what would be erased")
    .option("-y, --yes", "do not ask")
    .action(async (handle: string, { idempotencyKey, dryRun, yes }: Options, command: Command) => {
      const { api, out } = await openSession(cli, command);
      const input = readCustomer(handle);
      const found = await api.customers.get.query(input);
      if (found.openOrders.length > 0) {
        throw new CliError(`${found.email} has orders that are not over: ${found.openOrders.join(", ")}. Finish or cancel them first.`, exitCodes.conflict);
      }
      const what = describeCustomer(found);
      if (dryRun) return out.say(`Would erase ${what}.`);
      await confirmOrStop(cli, `Erase ${what}? Nothing brings them back.`, yes);
      const erased = await onceByKey(cli.signal, idempotencyKey, (key) => api.customers.erase.mutate({ ...input, idempotencyKey: key }));
      if (out.isJson) return out.json(erased);
      out.say(`Erased. ${erased.orders} ${erased.orders === 1 ? "order has" : "orders have"} nobody's name any more.`);
    });
  return addExamples(
    command,
    ["customers erase jo@example.com --dry-run", "customers erase jo@example.com", "customers erase jo@example.com --yes"],
    ["An order keeps number, date, lines, amounts, payments and countries; see docs/accounts.md. An order that is not over keeps its buyer from being erased."],
  );
}
