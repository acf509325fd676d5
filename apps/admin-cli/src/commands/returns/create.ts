import { CreateReturnInput, returnReasons, type ReturnReason } from "@cartwright/core/returns/schemas";
import { Command, Option } from "commander";
import { openSession, type Cli } from "../../cli.ts";
import { checkInput } from "../../errors.ts";
import { addExamples } from "../../help.ts";
import { collect } from "../../options.ts";
import { onceByKey } from "../../retry.ts";
import { lineHelp, readLine, unitWords } from "../orders/lines.ts";
import { orderHelp } from "../orders/order.ts";
import { printReturn } from "./return.ts";

interface Options {
  line: string[];
  reason: ReturnReason;
  comment?: string;
  idempotencyKey?: string;
  dryRun?: boolean;
}

export function createCommand(cli: Cli): Command {
  const command = new Command("create")
    .description("open a return for a buyer; it is approved at once")
    .argument("<order>", orderHelp)
    .requiredOption("--line <sku=quantity>", lineHelp, collect)
    .addOption(new Option("--reason <reason>", "why it comes back").choices(returnReasons).makeOptionMandatory())
    .option("--comment <text>", "the buyer's own words")
    .option("--idempotency-key <key>", "repeat an earlier call without a second effect")
    .option("--dry-run", "show what would be opened")
    .action(async (order: string, { line, reason, comment, idempotencyKey, dryRun }: Options, command: Command) => {
      const { api, out } = await openSession(cli, command);
      const found = await api.orders.get.query({ order });
      const lines = line.map((text) => readLine(found, text));
      const input = checkInput(CreateReturnInput, { order, lines, reason, comment, idempotencyKey });
      if (dryRun) return out.say(`Would open a return of ${unitWords(found, lines, () => 0).join(", ")} of order ${found.number}.`);
      const opened = await onceByKey(cli.signal, idempotencyKey, (key) => api.returns.create.mutate({ ...input, idempotencyKey: key }));
      printReturn(out, opened, `Return ${opened.number} is open: the goods may come.`);
    });
  return addExamples(command, ["returns create 1001 --line MUG=1 --reason damaged", 'returns create 1001 --line SHIRT-M-BLUE=2 --reason too_small --comment "in the shoulders"']);
}
