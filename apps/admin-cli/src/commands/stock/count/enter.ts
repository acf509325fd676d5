import { CountLinesInput } from "@cartwright/core/inventory/schemas";
import { Command } from "commander";
import { openSession, type Cli, type Session } from "../../../cli.ts";
import { checkInput, UsageError } from "../../../errors.ts";
import { addExamples } from "../../../help.ts";
import { startProgress } from "../../../output/progress.ts";
import { onceByKey } from "../../../retry.ts";
import { readCountedFile } from "../read-counted-file.ts";
import { readNamedUnits, resolveUnits } from "../unit-lines.ts";
import { countHelp, countLine, differenceWords, listLines, nameLines, type CountLine } from "./count.ts";

interface Options {
  file?: string;
  idempotencyKey?: string;
  dryRun?: boolean;
}

const batchSize = 500;

export function enterCommand(cli: Cli): Command {
  const command = new Command("enter")
    .description("enter what was counted; what is entered again replaces what was there")
    .argument("<count>", countHelp)
    .argument("[sku=quantity...]", "what was counted")
    .option("--file <path>", "a CSV file with the columns sku and counted")
    .option("--idempotency-key <key>", "repeat an earlier call without a second effect")
    .option("--dry-run", "read it, and look every SKU up, without entering it")
    .action(async (count: string, texts: string[], { file, idempotencyKey, dryRun }: Options, command: Command) => {
      const session = await openSession(cli, command);
      const named = [...texts.map(readNamedUnits), ...(file === undefined ? [] : await readCountedFile(file))];
      if (named.length === 0) throw new UsageError("Give what was counted, as SKU=QUANTITY or with --file.");
      const units = await resolveUnits(session, named);
      if (dryRun) return session.out.say(`Would enter ${units.length} variants with ${units.reduce((sum, each) => sum + each.units, 0)} units.`);
      const lines = units.map((each) => ({ variantId: each.variant.id, counted: each.units }));
      // One key for all of it, so that a repeat replays what was entered and goes on behind it.
      const { row, entered } = await onceByKey(cli.signal, idempotencyKey, (key) => send(session, { count, lines, key }));
      const items = await nameLines(session, entered);
      if (session.out.isJson) return session.out.json({ count: row, lines: items });
      session.out.say(`${countLine(row)} ${differenceWords(entered)}`);
      listLines(session.out, items);
    });
  return addExamples(command, [
    "stock count enter 3 SHIRT-M-BLUE=14 MUG=60",
    "stock count enter 3 --file counted.csv",
    "stock count enter 3 --file counted.csv --dry-run",
  ]);
}

interface Entry {
  count: string;
  lines: { variantId: string; counted: number }[];
  key: string;
}

async function send({ api, cli }: Session, { count, lines, key }: Entry) {
  const progress = startProgress(cli.stderr, "Entering", lines.length);
  const entered: CountLine[] = [];
  let row;
  try {
    for (let from = 0; from < lines.length; from += batchSize) {
      const batch = lines.slice(from, from + batchSize);
      const input = checkInput(CountLinesInput, { count, lines: batch, idempotencyKey: `${key}:${from}` });
      const answer = await api.inventory.countLines.mutate(input);
      row = answer.count;
      entered.push(...answer.lines);
      progress.update(entered.length, `${entered.length} variants`);
    }
  } finally {
    progress.stop();
  }
  if (!row) throw new Error("there is one batch at least");
  return { row, entered };
}
