import type { OutsideRebuild } from "@cartwright/core/search";
import type { IndexSwap, Task } from "meilisearch";
import type { Link } from "./link.ts";
import { createIndex, hasIndex } from "./prepare-index.ts";
import { nextOf } from "./sync.ts";

/** Puts the new index in the place of the one that answers, in one step of Meilisearch. Errors: `search.engine_unavailable`. */
export async function swapIndexes(link: Link): Promise<void> {
  const { index } = link.options;
  const next = nextOf(index);
  if (await hasIndex(link, index)) await copySynonyms(link, index, next);
  else await createIndex(link, index);
  // `rename` is of newer servers only, and older ones refuse what they do not know.
  const swap = { indexes: [index, next] } as IndexSwap;
  await link.finish([await link.enqueue((client) => client.swapIndexes([swap]))]);
}

/**
 * Whether the rebuild's swap has been done, or is on its way: a server may have died before it wrote that down, and a
 * second swap would bring the old index back.
 */
export async function wasSwapped(link: Link, { startedAt }: OutsideRebuild): Promise<boolean> {
  const { index } = link.options;
  const { results } = await link.write((client) => client.tasks.getTasks({ types: ["indexSwap"], afterEnqueuedAt: startedAt, limit: 100 }));
  const ours = results.filter((task) => isOurs(task, index) && task.status !== "failed" && task.status !== "canceled");
  await link.finish(ours.map(({ uid }) => uid));
  return ours.length % 2 === 1;
}

function isOurs({ details }: Task, index: string): boolean {
  return details?.swaps?.some(({ indexes }) => indexes.includes(index) && indexes.includes(nextOf(index))) ?? false;
}

async function copySynonyms(link: Link, from: string, to: string): Promise<void> {
  const synonyms = await link.write((client) => client.index(from).getSynonyms());
  if (Object.keys(synonyms).length === 0) return;
  await link.finish([await link.enqueue((client) => client.index(to).updateSynonyms(synonyms))]);
}
