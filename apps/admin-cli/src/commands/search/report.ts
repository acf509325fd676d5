import { SearchReportInput } from "@cartwright/core/search/schemas";
import { Command, Option } from "commander";
import { openSession, type Cli } from "../../cli.ts";
import type { Outputs } from "../../client.ts";
import { checkInput } from "../../errors.ts";
import { addExamples } from "../../help.ts";
import { parseCount } from "../../options.ts";
import type { Output } from "../../output/output.ts";
import { percent, printSections, type Part } from "./report-sections.ts";

export type Report = Outputs["search"]["report"];

interface Options {
  since?: string;
  until?: string;
  limit: number;
  part?: Part;
}

const parts = ["top", "rising", "without-results", "positions", "purchases"] as const;

export function reportCommand(cli: Cli): Command {
  const command = new Command("report")
    .description("what shoppers search for, what rises, what finds nothing, which places are clicked, and what is bought")
    .option("--since <date>", "the first day, such as 2026-11-01 (else 30 days back)")
    .option("--until <date>", "the last day (else today)")
    .addOption(new Option("-n, --limit <count>", "how long each list is at most").argParser(parseCount).default(10))
    .addOption(new Option("--part <part>", "only this list").choices(parts))
    .action(async ({ since, until, limit, part }: Options, command: Command) => {
      const { api, out } = await openSession(cli, command);
      const report = await api.search.report.query(checkInput(SearchReportInput, { sinceOn: since, untilOn: until, limit }));
      if (out.isJson) return out.json(report);
      sayTotals(out, report);
      printSections(out, report, part === undefined ? parts : [part]);
    });
  return addExamples(command, ["search report", "search report --since 2026-11-01 --until 2026-11-30 --limit 50", "search report --part without-results | cut -f1", "search report --json | jq '.withoutResults'"], [
    "Days are in UTC. Searches are kept for 90 days, without anything of who made them; what staff and bots search for is not counted.",
  ]);
}

function sayTotals(out: Output, { sinceOn, untilOn, totals }: Report): void {
  const { searches, queries, withoutResults, partial, corrected, clicked, purchases, units } = totals;
  const number = (count: number) => count.toLocaleString("en");
  out.say(`${sinceOn} to ${untilOn}: ${number(searches)} searches for ${number(queries)} different texts.`);
  if (searches === 0) return;
  out.say(`${percent(clicked, searches)} led to a product, ${percent(withoutResults, searches)} found nothing, ${percent(partial, searches)} only a part, ${percent(corrected, searches)} were misspelt.`);
  out.say(`${number(purchases)} products were bought after a search, ${number(units)} units.`);
}
