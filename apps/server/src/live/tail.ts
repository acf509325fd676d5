import { DomainError, type ChangePage, type ChangePosition } from "@cartwright/core/kernel";
import { tracked, type TrackedEnvelope } from "@trpc/server";
import { pause } from "./pause.ts";

const pauseMilliseconds = 500;
/** A reading that takes long is not repeated so soon: following takes a twentieth of the time at most. */
const restFactor = 20;
/** Two transactions may be kept in another order than their times, and clocks of servers differ: so far is looked back. */
const overlapMilliseconds = 20_000;
/** Who comes back later than that is not told what happened meanwhile. */
const mostHoursBack = 24;
/** A stream that has nothing to tell says its place so often, so that it can be gone on from. */
const placeMilliseconds = 3_600_000;

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

/** Errors: `live.too_long_ago` with `hours` when an earlier stream ended too long ago to go on from there. */
export function requireRecent(lastEventId: string | undefined): void {
  if (lastEventId === undefined || Date.parse(lastEventId) >= Date.now() - mostHoursBack * 3_600_000) return;
  const message = `More than ${mostHoursBack} hours have passed since. List what there is, and watch from now on.`;
  throw new DomainError("invalid", "live.too_long_ago", message, { field: "lastEventId", hours: mostHoursBack });
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
  let toldAt = performance.now();
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
      const tookPage = performance.now() - before;
      took += tookPage;
      if (news.length > 0 && !isBaseline) yield tracked(new Date(newest).toISOString(), news);
      if (news.length > 0) toldAt = performance.now();
      after = page.next;
      forget(known, newest - overlapMilliseconds);
      // Who has much to catch up with leaves the others half of the time.
      if (after) await pause(tookPage, signal);
    } while (after && !signal.aborted);
    if (isBaseline) yield tracked(new Date(newest).toISOString(), []);
    isBaseline = false;
    if (performance.now() - toldAt > placeMilliseconds) {
      newest = Math.max(newest, Date.now());
      toldAt = performance.now();
      yield tracked(new Date(newest).toISOString(), []);
    }
    await pause(Math.max(pauseMilliseconds, took * restFactor), signal);
  }
}

function isNew(known: ReadonlyMap<string, Seen>, { key, version }: Seen): boolean {
  return known.get(key)?.version !== version;
}

function forget(known: Map<string, Seen>, before: number): void {
  for (const [key, { at }] of known) if (Date.parse(at) < before) known.delete(key);
}
