import type { Scores } from "../metrics/score-answers.ts";
import type { EngineResult } from "./engine-result.ts";

const kindsShown = 30;
const headings = ["queries", "nDCG@10", "MRR", "recall@10", "no result", "false hit"];

/** The report as lines of text: the engines beside each other, each kind of query, and the worst answers when they are wished for. */
export function reportLines(results: readonly EngineResult[], worst: number): string[] {
  return [
    line("engine", [...headings, "1 typo @3", "2 typos @3"]),
    ...results.map(({ engine, scores, knownItems }) => line(engine, [...figures(scores), ...[1, 2].map((typos) => share(knownItems.find((row) => row.typos === typos)?.successAt3))])),
    ...results.flatMap((result) => ["", ...kindLines(result)]),
    ...(worst > 0 ? results.flatMap((result) => ["", ...worstLines(result, worst)]) : []),
  ];
}

function kindLines({ engine, byKind }: EngineResult): string[] {
  const kinds = Object.entries(byKind).toSorted(([, a], [, b]) => b.queries - a.queries);
  const more = kinds.length - kindsShown;
  return [
    line(`${engine} by kind`, headings),
    ...kinds.slice(0, kindsShown).map(([kind, scores]) => line(kind, figures(scores))),
    ...(more > 0 ? [`and ${more} kinds more`] : []),
  ];
}

function worstLines({ engine, queries, knownItems }: EngineResult, count: number): string[] {
  const worst = queries.filter(({ ndcgAt10 }) => ndcgAt10 !== null && ndcgAt10 < 1).toSorted((a, b) => (a.ndcgAt10 ?? 0) - (b.ndcgAt10 ?? 0));
  const misses = knownItems.flatMap((row) => row.misses.slice(0, count));
  return [
    `${engine}, worst first`,
    ...worst.slice(0, count).map(({ id, kind, text, ndcgAt10, first }) => `  ${score(ndcgAt10)}  ${id}  ${kind}  ${JSON.stringify(text)}  ${listed(first)}`),
    ...misses.map(({ query, product, kinds, first }) => `  missed  ${product}  ${kinds.join("+")}  ${JSON.stringify(query)}  ${listed(first)}`),
  ];
}

function figures({ queries, ndcgAt10, meanReciprocalRank, recallAt10, zeroResultRate, falseHitRate }: Scores): string[] {
  return [String(queries), score(ndcgAt10), score(meanReciprocalRank), score(recallAt10), share(zeroResultRate), share(falseHitRate)];
}

function line(name: string, cells: readonly string[]): string {
  return `${name.slice(0, 27).padEnd(28)}${cells.map((cell) => cell.padStart(11)).join("")}`;
}

const score = (number: number | null) => (number === null ? "-" : number.toFixed(3));
const share = (number: number | null | undefined) => (number == null ? "-" : `${(number * 100).toFixed(1)}%`);
const listed = (slugs: readonly string[]) => (slugs.length === 0 ? "nothing" : slugs.slice(0, 3).join(" "));
