import { groupBy } from "../../torture/group-by.ts";
import { isUnanswerable, type JudgedQuery } from "../judgements/judged-query.ts";
import { ndcg } from "./ndcg.ts";
import { recall } from "./recall.ts";
import { reciprocalRank } from "./reciprocal-rank.ts";

/** What an engine gave for a query: product keys, best first. */
export interface Answer {
  query: JudgedQuery;
  found: readonly string[];
}

/** Means over queries, each from 0 to 1; null where there is no query to take them of. */
export interface Scores {
  queries: number;
  ndcgAt10: number | null;
  meanReciprocalRank: number | null;
  recallAt10: number | null;
  /** Of the queries that have an answer, how many got nothing at all. */
  zeroResultRate: number | null;
  /** Of the queries to which nothing is an answer, how many got something all the same. */
  falseHitRate: number | null;
}

export function scoreAnswers(answers: readonly Answer[]): Scores {
  const answerable = answers.filter(({ query }) => !isUnanswerable(query));
  const unanswerable = answers.filter(({ query }) => isUnanswerable(query));
  const meanOf = (measure: typeof ndcg) => mean(answerable.flatMap(({ query, found }) => measure(found, query.grades) ?? []));
  return {
    queries: answers.length,
    ndcgAt10: meanOf(ndcg),
    meanReciprocalRank: meanOf(reciprocalRank),
    recallAt10: meanOf(recall),
    zeroResultRate: mean(answerable.map(({ found }) => (found.length === 0 ? 1 : 0))),
    falseHitRate: mean(unanswerable.map(({ found }) => (found.length > 0 ? 1 : 0))),
  };
}

/** The same for each kind of query, in the order in which they come. */
export function scoreByKind(answers: readonly Answer[]): Map<string, Scores> {
  const kinds = groupBy(answers, ({ query }) => query.kind);
  return new Map([...kinds].map(([kind, list]) => [kind, scoreAnswers(list)]));
}

function mean(numbers: readonly number[]): number | null {
  return numbers.length === 0 ? null : numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
