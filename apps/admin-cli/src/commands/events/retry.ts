import { Command } from "commander";
import { openSession, type Cli, type Session } from "../../cli.ts";
import { confirmOrStop } from "../../confirm.ts";
import { UsageError } from "../../errors.ts";
import { addExamples } from "../../help.ts";
import { eventHelp, printEvent } from "./event.ts";

interface Options {
  dead?: boolean;
  type?: string;
  dryRun?: boolean;
  yes?: boolean;
}

export function retryCommand(cli: Cli): Command {
  const command = new Command("retry")
    .description("have an event handled now, or every dead one")
    .argument("[event]", eventHelp)
    .option("--dead", "every dead event")
    .option("--type <type>", "with --dead: only these, such as refund.started")
    .option("--idempotency-key <key>", "repeat an earlier call without a second effect")
    .option("--dry-run", "show what would be retried")
    .option("-y, --yes", "do not ask")
    .action(async (event: string | undefined, options: Options, command: Command) => {
      if ((event === undefined) === !options.dead) throw new UsageError("Give either an event's id or --dead.");
      if (options.type !== undefined && !options.dead) throw new UsageError("--type goes with --dead.");
      const session = await openSession(cli, command);
      if (event === undefined) return retryDead(session, options);
      const { api, out } = session;
      if (options.dryRun) {
        const found = await api.events.get.query({ event });
        return out.say(`Would retry ${found.type} about ${found.subject} (${found.status}, tried ${found.attempts} times).`);
      }
      printEvent(out, await api.events.retry.mutate({ event }));
    });
  return addExamples(command, ["events retry evt_01kbkw5y1m3v5n2q8r7t9w0xyz", "events retry --dead --type refund.started", "events retry --dead --yes"]);
}

async function retryDead({ api, cli, out }: Session, { type, dryRun, yes }: Options): Promise<void> {
  const { total } = await api.events.list.query({ status: "dead", type, limit: 1 });
  const what = `${total.count.toLocaleString("en")}${total.isExact ? "" : "+"} dead events${type ? ` of ${type}` : ""}`;
  if (dryRun) return out.say(`Would retry ${what}.`);
  if (total.count > 0) await confirmOrStop(cli, `Retry ${what}?`, yes);
  const retried = await api.events.retryDead.mutate({ type });
  if (out.isJson) return out.json(retried);
  out.say(`Retried ${retried.retriedCount.toLocaleString("en")}.`);
}
