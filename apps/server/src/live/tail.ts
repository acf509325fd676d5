import type { ChangePage, ChangePosition } from "@cartwright/core/kernel";
import { tracked, type TrackedEnvelope } from "@trpc/server";
import { pause } from "./pause.ts";

const pauseMilliseconds = 500;
/** A reading that takes long is not repeated so soon: following takes a twentieth of the time at most. */
const restFactor = 20;
/** Two transactions may be kept in another order than their times, and clocks of servers differ: so far is looked back. */
const overlapMilliseconds = 20_000;

/** What makes a change the same as one that was told already. */
export interface Seen {
  key: string;
  version: string | number;
  /** When it was changed last. */
  at: string;
}

export interface Source<Item> {
  /** A page of what was changed since, in that order, from behind `after` on. What is as in `known` may be left out. */
  read(from: { since: Date; after: ChangePosition | null; known: ReadonlyMap<string, Seen> }): Promise<ChangePage<Item>>;
  seen(item: Item): Seen;
}

/**
 * Follows a table by the time of its last changes. The first list says from where on, and is empty unless the reader
 * goes on where an earlier stream ended (`lastEventId`); then it may repeat what was told in the last seconds of that.
 */
export async function* tail<Item>(
  source: Source<Item>,
  lastEventId: string | undefined,
  signal: AbortSignal,
): AsyncGenerator<TrackedEnvelope<Item[]>> {
  const known = new Map<string, Seen>();
  let newest = lastEventId ? Math.min(Date.parse(lastEventId), Date.now()) : Date.now();
  let isBaseline = lastEventId === undefined;
  while (!signal.aborted) {
    const since = new Date(newest - overlapMilliseconds);
    let after: ChangePosition | null = null;
    let took = 0;
    do {
      const before = performance.now();
      const page: ChangePage<Item> = await source.read({ since, after, known });
      const news = page.items.filter((item) => isNew(known, source.seen(item)));
      for (const item of news) {
        const seen = source.seen(item);
        known.set(seen.key, seen);
        newest = Math.min(Math.max(newest, Date.parse(seen.at)), Date.now());
      }
      took += performance.now() - before;
      if (news.length > 0 && !isBaseline) yield tracked(new Date(newest).toISOString(), news);
      after = page.next;
    } while (after && !signal.aborted);
    if (isBaseline) yield tracked(new Date(newest).toISOString(), []);
    isBaseline = false;
    forget(known, newest - overlapMilliseconds);
    await pause(Math.max(pauseMilliseconds, took * restFactor), signal);
  }
}

function isNew(known: ReadonlyMap<string, Seen>, { key, version }: Seen): boolean {
  return known.get(key)?.version !== version;
}

function forget(known: Map<string, Seen>, before: number): void {
  for (const [key, { at }] of known) if (Date.parse(at) < before) known.delete(key);
}
