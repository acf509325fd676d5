import type { Output } from "../../output/output.ts";
import type { Column } from "../../output/table.ts";
import type { Report } from "./report.ts";

export type Part = "top" | "rising" | "without-results" | "positions" | "purchases";

/** Each list under its name; piped, every line begins with the name when there are several. */
export function printSections(out: Output, report: Report, parts: readonly Part[]): void {
  const isOne = parts.length === 1;
  for (const part of parts) {
    const print = <T>(heading: string, columns: readonly Column<T>[], items: readonly T[], empty: string) => {
      if (out.isTerminal && !isOne) out.line(`\n${out.style.bold(heading)}`);
      const named: Column<T> = { heading: "List", text: () => part };
      out.list({ columns: out.isTerminal || isOne ? columns : [named, ...columns], items, empty: isOne || out.isTerminal ? empty : `${heading}: ${empty}` });
    };
    sections[part](report, print);
  }
}

type Print = <T>(heading: string, columns: readonly Column<T>[], items: readonly T[], empty: string) => void;

const query = { heading: "Query", text: ({ query }: { query: string }) => query, isFlexible: true };
const searches = { heading: "Searches", text: ({ searches }: { searches: number }) => searches, isRight: true };

const sections: Record<Part, (report: Report, print: Print) => void> = {
  top: ({ top }, print) =>
    print<Report["top"][number]>(
      "Most searched for",
      [
        query,
        searches,
        { heading: "Found", text: ({ results }) => results, isRight: true },
        { heading: "Clicked", text: ({ clicked, searches }) => percent(clicked, searches), isRight: true },
        { heading: "Bought", text: ({ purchases }) => purchases, isRight: true },
      ],
      top,
      "Nothing was searched for.",
    ),
  rising: ({ rising, before }, print) =>
    print<Report["rising"][number]>(
      `Rising, against ${before.sinceOn} to ${before.untilOn}`,
      [query, searches, { heading: "Before", text: (row) => row.before, isRight: true }],
      rising,
      "Nothing rises.",
    ),
  "without-results": ({ withoutResults }, print) =>
    print<Report["withoutResults"][number]>(
      "Without results",
      [
        query,
        searches,
        { heading: "Nothing", text: (row) => row.withoutResults, isRight: true },
        { heading: "In part", text: ({ partial }) => partial, isRight: true },
      ],
      withoutResults,
      "Everything was found.",
    ),
  positions: ({ positions }, print) =>
    print<Report["positions"][number]>(
      "Clicks by place",
      [
        { heading: "Place", text: ({ position }) => (position === null ? "behind" : position + 1), isRight: true },
        { heading: "Shown", text: ({ shown }) => shown ?? "", isRight: true },
        { heading: "Clicks", text: ({ clicks }) => clicks, isRight: true },
        { heading: "Clicked", text: ({ clicks, shown }) => (shown ? percent(clicks, shown) : ""), isRight: true },
      ],
      positions,
      "",
    ),
  purchases: ({ purchases }, print) =>
    print<Report["purchases"][number]>(
      "Bought after a search",
      [
        query,
        { heading: "Product", text: ({ product }) => product.title, isFlexible: true },
        { heading: "Bought", text: (row) => row.purchases, isRight: true },
        { heading: "Units", text: ({ units }) => units, isRight: true },
      ],
      purchases,
      "Nothing was bought after a search.",
    ),
};

export function percent(count: number, all: number): string {
  return `${((100 * count) / all).toFixed(1)}%`;
}
