import { Command } from "commander";
import { openSession, type Cli, type Session } from "../../cli.ts";
import type { Outputs } from "../../client.ts";
import { CliError, exitCodes, UsageError } from "../../errors.ts";
import { addExamples } from "../../help.ts";
import type { Output } from "../../output/output.ts";
import { startProgress } from "../../output/progress.ts";
import { retrying } from "../../retry.ts";
import { orderHelp } from "./order.ts";

type Check = Outputs["orders"]["check"];

interface Options {
  check?: boolean;
  all?: boolean;
}

interface Checked {
  checked: number;
  items: Check[];
}

const pageSize = 100;
const waitsMs = [500, 2_000, 8_000];

export function rebuildCommand(cli: Cli): Command {
  const command = new Command("rebuild")
    .description("rebuild status, totals and quantities from an order's events and compare; exit 1 when they differ")
    .argument("[order]", `${orderHelp}; or --all`)
    .option("--check", "compare and change nothing: the only way there is")
    .option("--all", "every order of the shop")
    .action(async (order: string | undefined, { check, all }: Options, command: Command) => {
      if (!check) throw new UsageError("Add --check. Which of the two to believe is for a person to decide, so nothing is repaired by itself.");
      if ((order === undefined) === (all !== true)) throw new UsageError("Give either an order or --all.");
      const session = await openSession(cli, command);
      const found = order === undefined ? await checkAll(session) : { checked: 1, items: [await session.api.orders.check.query({ order })] };
      print(session.out, found);
    });
  return addExamples(command, ["orders rebuild 1001 --check", "orders rebuild --check --all", "orders rebuild --check --all --json"]);
}

async function checkAll({ cli, api, connection: { signal } }: Session): Promise<Checked> {
  const progress = startProgress(cli.stderr, "Checking", null);
  const found: Checked = { checked: 0, items: [] };
  try {
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page: Outputs["orders"]["checkAll"] = await retrying(() => api.orders.checkAll.query({ cursor, limit: pageSize }), {
        waitsMs,
        isRefusalRetried: true,
        signal,
      });
      found.checked += page.checked;
      found.items.push(...page.items);
      cursor = page.nextCursor;
      progress.update(found.checked, `${found.checked.toLocaleString("en")} orders`);
    }
  } finally {
    progress.stop();
  }
  return found;
}

function print(out: Output, { checked, items }: Checked): void {
  const differing = items.filter(({ differences }) => differences.length > 0);
  const rows = differing.flatMap(({ number, differences }) => differences.map((difference) => ({ number, ...difference })));
  if (out.isJson) out.json({ checked, items: differing });
  else if (rows.length > 0) {
    out.list({
      columns: [
        { heading: "Order", text: ({ number }) => number },
        { heading: "What", text: ({ what }) => what, isFlexible: true },
        { heading: "Stored", text: ({ stored }) => stored ?? "nothing" },
        { heading: "From events", text: ({ rebuilt }) => rebuilt ?? "nothing" },
      ],
      items: rows,
      empty: "",
    });
  }
  const orders = `${checked.toLocaleString("en")} ${checked === 1 ? "order" : "orders"}`;
  if (differing.length > 0) throw new CliError(`${differing.length.toLocaleString("en")} of ${orders} ${differing.length === 1 ? "differs" : "differ"}.`, exitCodes.failed);
  out.say(`${orders} checked: what is stored is what the events add up to.`);
}
