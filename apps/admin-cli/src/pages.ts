import type { Page } from "@cartwright/core/kernel/page";
import { Option, type Command } from "commander";
import type { Output } from "./output/output.ts";
import { parseCount } from "./options.ts";

export interface PageOptions {
  limit: number;
  all?: boolean;
  cursor?: string;
}

const largestPage = 100;

export function addPageOptions(command: Command): Command {
  return command
    .addOption(new Option("-n, --limit <count>", "how many at most").argParser(parseCount).default(24))
    .option("--all", "everything, however long the list is")
    .option("--cursor <cursor>", "go on where an earlier list ended");
}

/** As many pages as the options ask for, as one. */
export async function readPages<T>(
  read: (page: { limit: number; cursor: string | null }) => Promise<Page<T>>,
  { limit, all, cursor }: PageOptions,
): Promise<Page<T>> {
  const wanted = all ? Infinity : limit;
  const items: T[] = [];
  let page = await read({ limit: Math.min(wanted, largestPage), cursor: cursor ?? null });
  items.push(...page.items);
  while (page.nextCursor !== null && items.length < wanted) {
    page = await read({ limit: Math.min(wanted - items.length, largestPage), cursor: page.nextCursor });
    items.push(...page.items);
  }
  return { ...page, items };
}

/** Tells how to see the rest, when there is one. */
export function sayMore(out: Output, page: Page<unknown>, noun: string): void {
  if (page.nextCursor === null || out.isJson) return;
  const total = `${page.total.count.toLocaleString("en")}${page.total.isExact ? "" : "+"}`;
  out.say(`${page.items.length.toLocaleString("en")} of ${total} ${noun}. More with --all, --limit, or --cursor ${page.nextCursor}`);
}
