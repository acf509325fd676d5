import { isItemFound, successRate, type ItemAnswer } from "../measure.ts";
import { ndcg } from "../metrics/ndcg.ts";
import { scoreAnswers, scoreByKind, type Answer, type Scores } from "../metrics/score-answers.ts";
import type { EngineName } from "../run/engines.ts";

/** All that was found out about an engine; written to the JSON file as it is. */
export interface EngineResult {
  engine: EngineName;
  /** How many answers came from which engine, where the shop says so. */
  answeredBy: Record<string, number>;
  scores: Scores;
  byKind: Record<string, Scores>;
  knownItems: { typos: 1 | 2; queries: number; successAt3: number | null; misses: { query: string; product: string; kinds: string[]; first: string[] }[] }[];
  queries: { id: string; kind: string; text: string; ndcgAt10: number | null; hits: number; first: string[] }[];
}

const hitsShown = 10;

export function engineResult(
  engine: EngineName,
  answeredBy: ReadonlyMap<string, number>,
  answers: readonly Answer[],
  items: readonly { typos: 1 | 2; answers: readonly ItemAnswer[] }[],
): EngineResult {
  return {
    engine,
    answeredBy: Object.fromEntries(answeredBy),
    scores: scoreAnswers(answers),
    byKind: Object.fromEntries(scoreByKind(answers)),
    knownItems: items.map(({ typos, answers }) => ({ typos, queries: answers.length, successAt3: successRate(answers), misses: answers.filter((answer) => !isItemFound(answer)).map(missOf) })),
    queries: answers.map(({ query: { id, kind, text, grades }, found }) => ({ id, kind, text, ndcgAt10: ndcg(found, grades), hits: found.length, first: found.slice(0, hitsShown) })),
  };
}

function missOf({ item: { query, productKey, kinds }, found }: ItemAnswer) {
  return { query, product: productKey, kinds, first: found.slice(0, hitsShown) };
}
