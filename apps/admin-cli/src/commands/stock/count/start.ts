import { StartCountInput } from "@cartwright/core/inventory/schemas";
import { Command } from "commander";
import { openSession, type Cli } from "../../../cli.ts";
import { checkInput } from "../../../errors.ts";
import { addExamples } from "../../../help.ts";
import { onceByKey } from "../../../retry.ts";
import { countLine } from "./count.ts";

interface Options {
  location?: string;
  note?: string;
  idempotencyKey?: string;
}

export function startCommand(cli: Cli): Command {
  const command = new Command("start")
    .description("begin to count a location")
    .option("--location <code>", "where (else the first location)")
    .option("--note <text>", "a remark, such as which shelves")
    .option("--idempotency-key <key>", "repeat an earlier call without a second effect")
    .action(async (options: Options, command: Command) => {
      const { api, out } = await openSession(cli, command);
      const input = checkInput(StartCountInput, options);
      const count = await onceByKey(cli.signal, input.idempotencyKey, (key) => api.inventory.startCount.mutate({ ...input, idempotencyKey: key }));
      if (out.isJson) return out.json(count);
      out.say(`${countLine(count)} Enter what you count with: cartwright stock count enter ${count.number} SKU=QUANTITY …`);
      out.line(String(count.number));
    });
  return addExamples(command, ["stock count start", 'stock count start --location town --note "Glass shelf"']);
}
