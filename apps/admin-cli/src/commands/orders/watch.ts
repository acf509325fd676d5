import { formatMoney } from "@cartwright/core/kernel/money";
import { WatchOrdersInput } from "@cartwright/core/orders/schemas";
import { Command, Option } from "commander";
import { openSession, type Cli, type Session } from "../../cli.ts";
import type { Outputs } from "../../client.ts";
import { addExamples } from "../../help.ts";
import { follow, momentOf } from "../../live.ts";
import { oneLine } from "../../output/style.ts";
import { paintStatus, type Order } from "./order.ts";

type OrderRow = Outputs["orders"]["list"]["items"][number];

interface OrderNews extends OrderRow {
  updatedAt: string;
  version: number;
  events: { seq: number; type: string; actor: string; reason: string | null; at: string }[];
}

/** More orders than change in the time that a stream says again. */
const mostRemembered = 20_000;

export function watchCommand(cli: Cli): Command {
  const command = new Command("watch")
    .description("a line for each new or changed order, as it happens, until Ctrl-C")
    .addOption(new Option("--status <status>", "only orders that are this now").choices(WatchOrdersInput.shape.status.unwrap().options))
    .action(async ({ status }: { status?: Order["status"] }, command: Command) => {
      const session = await openSession(cli, command);
      const versions = new Map<string, number>();
      await follow<OrderNews>(session, {
        subscribe: (lastEventId, handlers) => session.api.orders.watch.subscribe({ status, lastEventId }, handlers),
        onNews: (orders) => {
          for (const order of orders) printNews(session, order, versions);
        },
      });
    });
  return addExamples(command, ["orders watch", "orders watch --status confirmed", "orders watch --json | jq -c '{number, status}'"]);
}

/** A stream that was broken and came back says some things twice: they are printed once. */
function printNews({ out }: Session, order: OrderNews, versions: Map<string, number>): void {
  const before = versions.get(order.id) ?? 0;
  if (order.version <= before) return;
  versions.set(order.id, order.version);
  const [oldest] = versions.keys();
  if (versions.size > mostRemembered && oldest !== undefined) versions.delete(oldest);
  const events = order.events.filter(({ seq }) => seq > before);
  if (out.isJson) return out.line(JSON.stringify({ ...order, events }));
  const { number, status, quantity, email, updatedAt, total } = order;
  const what = events.map(({ type, reason }) => type.replaceAll("_", " ") + (reason ? ` (${oneLine(reason)})` : "")).join(", ");
  const at = momentOf(out, updatedAt);
  if (!out.isTerminal) return out.line([at, number, status, formatMoney(total), quantity, email, what].join("\t"));
  const units = `${quantity} ${quantity === 1 ? "unit" : "units"}`;
  out.line(`${out.style.dim(at)}  ${out.style.bold(`#${number}`)}  ${paintStatus(status, order, out.style)}  ${formatMoney(total)}, ${units}  ${oneLine(email)}  ${out.style.dim(what)}`);
}
