import type { JudgedQuery } from "./judgements/judged-query.ts";
import type { Answer } from "./metrics/score-answers.ts";
import type { MisspeltItem } from "./misspell/misspelt-items.ts";
import type { SearchUnderTest } from "./run/search-under-test.ts";

/** A misspelt item is found when its product is among so many first hits. */
export const foundWithin = 3;

export interface ItemAnswer {
  item: MisspeltItem;
  found: readonly string[];
}

/** One query after the other, because it is not speed that is measured. */
export async function askAll(search: SearchUnderTest, queries: readonly JudgedQuery[]): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (const query of queries) answers.push({ query, found: await search.search(query.text) });
  return answers;
}

export async function askItems(search: SearchUnderTest, items: readonly MisspeltItem[]): Promise<ItemAnswer[]> {
  const answers: ItemAnswer[] = [];
  for (const item of items) answers.push({ item, found: await search.search(item.query) });
  return answers;
}

export function isItemFound({ item, found }: ItemAnswer): boolean {
  return found.slice(0, foundWithin).includes(item.productKey);
}

/** The share of items that are among the first three; null when there are none. */
export function successRate(answers: readonly ItemAnswer[]): number | null {
  return answers.length === 0 ? null : answers.filter(isItemFound).length / answers.length;
}
