import { formatMoney } from "@cartwright/core/kernel/money";
import { Command } from "commander";
import { openSession, type Cli } from "../../cli.ts";
import type { Outputs } from "../../client.ts";
import { addExamples } from "../../help.ts";
import type { Output } from "../../output/output.ts";
import { oneLine } from "../../output/style.ts";
import type { Column } from "../../output/table.ts";
import { orderHelp } from "./order.ts";

type Explanation = Outputs["orders"]["explain"];
type Entry = Explanation["entries"][number];

export function explainCommand(cli: Cli): Command {
  const command = new Command("explain")
    .description("every amount and every stock move of an order, and how it stands")
    .argument("<order>", orderHelp)
    .action(async (order: string, _: object, command: Command) => {
      const { api, out } = await openSession(cli, command);
      const story = await api.orders.explain.query({ order });
      if (out.isJson) return out.json(story);
      // A line each is too long for a screen.
      if (out.isTerminal) for (const entry of story.entries) printEntry(out, entry);
      else out.list({ columns: columns(out), items: story.entries, empty: "Nothing has happened to it." });
      out.line("");
      const { worth, captured, refunded, due } = story.balance;
      out.record([
        ["worth", formatMoney(worth)],
        ["captured", formatMoney(captured)],
        ["refunded", formatMoney(refunded)],
        ["due", formatMoney(due)],
      ]);
    });
  return addExamples(
    command,
    ["orders explain 1001", "orders explain 1001 --json"],
    ["Tax counts towards the worth only when the prices do not include it."],
  );
}

function printEntry(out: Output, entry: Entry): void {
  const { dim } = out.style;
  out.line(`${out.time(entry.at)}  ${whatOf(entry)}  ${dim(oneLine(entry.actor))}`);
  const amounts = amountWords(entry);
  const { worth, captured, refunded, due } = entry.balance;
  if (amounts) {
    out.line(`    ${amounts}`);
    out.line(dim(`    worth ${formatMoney(worth)}, captured ${formatMoney(captured)}, refunded ${formatMoney(refunded)}, due ${formatMoney(due)}`));
  }
  for (const move of entry.stock) out.line(`    ${stockWords(move)}`);
}

const columns = (out: Output): readonly Column<Entry>[] => [
  { heading: "When", text: ({ at }) => out.time(at) },
  { heading: "Who", text: ({ actor }) => actor },
  { heading: "What", text: whatOf },
  { heading: "Amounts", text: amountWords },
  { heading: "Stock", text: ({ stock }) => stock.map(stockWords).join(", ") },
  { heading: "Worth", text: ({ balance }) => formatMoney(balance.worth) },
  { heading: "Captured", text: ({ balance }) => formatMoney(balance.captured) },
  { heading: "Refunded", text: ({ balance }) => formatMoney(balance.refunded) },
  { heading: "Due", text: ({ balance }) => formatMoney(balance.due) },
];

function amountWords({ amounts }: Entry): string {
  return amounts.map(({ kind, amount }) => `${kind} ${signed(amount.amountMinor)}${formatMoney(amount)}`).join(", ");
}

function whatOf({ what, reason }: Entry): string {
  return oneLine(reason ? `${what} (${reason})` : what);
}

function stockWords({ sku, variantId, locationCode, kind, units }: Entry["stock"][number]): string {
  return oneLine(`${signed(units)}${units} ${sku ?? variantId} ${kind.replaceAll("_", " ")} at ${locationCode}`);
}

function signed(value: number): string {
  return value > 0 ? "+" : "";
}
