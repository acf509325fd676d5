import { formatMoney } from "@cartwright/core/kernel/money";
import { ReceiveReturnInput } from "@cartwright/core/returns/schemas";
import { Command } from "commander";
import { openSession, type Cli } from "../../cli.ts";
import { confirmOrStop } from "../../confirm.ts";
import { checkInput, CliError, exitCodes } from "../../errors.ts";
import { addExamples } from "../../help.ts";
import { collect, parsePrice } from "../../options.ts";
import { onceByKey } from "../../retry.ts";
import { splitUnits } from "../orders/lines.ts";
import { printReturn, returnHelp, type Return } from "./return.ts";

interface Options {
  restock?: string[];
  writeOff?: string[];
  location?: string;
  refund?: string;
  last?: boolean;
  note?: string;
  idempotencyKey?: string;
  dryRun?: boolean;
  yes?: boolean;
}

export function receiveCommand(cli: Cli): Command {
  const command = new Command("receive")
    .description("record what came back: on the shelf or written off, and the money goes back")
    .argument("<return>", returnHelp)
    .option("--restock <sku=quantity>", "units that can be sold again; may be repeated (else all that is expected)", collect)
    .option("--write-off <sku=quantity>", "units that can't; may be repeated", collect)
    .option("--location <code>", "where restocked units go (else the location that serves first)")
    .option("--refund <price>", "give back this instead of what the units are worth")
    .option("--last", "nothing more is expected, even if something is missing")
    .option("--note <text>", "what the buyer reads")
    .option("--idempotency-key <key>", "repeat an earlier call without a second effect")
    .option("--dry-run", "show what would be recorded")
    .option("-y, --yes", "do not ask")
    .action(async (handle: string, options: Options, command: Command) => {
      const { api, out } = await openSession(cli, command);
      const { location, refund, last, note, idempotencyKey, dryRun, yes } = options;
      const found = await api.returns.get.query({ return: handle });
      const refundMinor = refund === undefined ? undefined : parsePrice(refund, found.refunded.currency, "--refund");
      const lines = readUnits(found, options);
      const input = checkInput(ReceiveReturnInput, { return: handle, lines, location, refundMinor, isLast: last, note, idempotencyKey });
      const what = words(found, lines, refundMinor);
      if (dryRun) return out.say(`Would receive ${what}.`);
      await confirmOrStop(cli, `Receive ${what}?`, yes);
      const received = await onceByKey(cli.signal, idempotencyKey, (key) => api.returns.receive.mutate({ ...input, idempotencyKey: key }));
      printReturn(out, received, `Return ${received.number} is ${received.status}, ${formatMoney(received.refunded)} given back for it.`);
    });
  return addExamples(command, [
    "returns receive 12",
    "returns receive 12 --restock MUG=1 --write-off MUG=1 --location main",
    "returns receive 12 --restock MUG=1 --refund 9.90 --last --yes",
  ]);
}

type Units = { lineId: string; restocked: number; writtenOff: number };

function readUnits(found: Return, { restock = [], writeOff = [], last }: Options): Units[] | undefined {
  const units = [
    ...restock.map((text) => readUnit(found, text, "--restock")).map(({ lineId, quantity }) => ({ lineId, restocked: quantity, writtenOff: 0 })),
    ...writeOff.map((text) => readUnit(found, text, "--write-off")).map(({ lineId, quantity }) => ({ lineId, restocked: 0, writtenOff: quantity })),
  ];
  // `--last` alone ends a return of which nothing (more) came.
  return units.length > 0 || last ? units : undefined;
}

function readUnit(found: Return, text: string, option: string): { lineId: string; quantity: number } {
  const { handle, quantity } = splitUnits(text, option);
  const line = found.lines.find(({ lineId, sku }) => lineId === handle || sku === handle);
  if (!line) throw new CliError(`Return ${found.number} has no line "${handle}".`, exitCodes.notFound);
  return { lineId: line.lineId, quantity };
}

function words(found: Return, units: Units[] | undefined, refundMinor: number | undefined): string {
  const all = units ?? found.lines.map((line) => ({ lineId: line.lineId, restocked: line.quantity - line.quantityRestocked - line.quantityWrittenOff, writtenOff: 0 }));
  const nameOf = (lineId: string) => found.lines.find((line) => line.lineId === lineId)?.productTitle ?? lineId;
  const parts = all.flatMap(({ lineId, restocked, writtenOff }) => [
    ...(restocked > 0 ? [`${restocked} × ${nameOf(lineId)} for the shelf`] : []),
    ...(writtenOff > 0 ? [`${writtenOff} × ${nameOf(lineId)} to write off`] : []),
  ]);
  const money = refundMinor === undefined ? "what they are worth" : formatMoney({ amountMinor: refundMinor, currency: found.refunded.currency });
  return `${parts.length > 0 ? parts.join(", ") : "nothing more"} of return ${found.number} and give back ${parts.length > 0 || refundMinor !== undefined ? money : "nothing"}`;
}
