import { isInTransaction } from "@cartwright/db";
import type { Context } from "./context.ts";

interface Entry<T> {
  value: Promise<T>;
  /** How long it took to make; not known while it is being made. */
  costMs: number;
  madeAt: number;
  isRefreshing: boolean;
}

const freshMs = 5_000;
const usableMs = 60_000;
const dearMs = 250;
const maxKeys = 500;

/**
 * Keeps what is dear to compute and may be some seconds old, for each database by itself. It is given out as it is
 * while fresh, and for a minute more while a new one is made. All that is kept stays fresh for fifty times as long as
 * the making of it took, so that in a large shop no more than a fiftieth of the time goes into it.
 * Inside a transaction nothing is kept or taken from here: it sees its own writes, and nobody else what it has not
 * committed.
 */
export class Cached<T> {
  private readonly byDb = new WeakMap<Context["db"], Map<string, Entry<T>>>();

  constructor(private readonly load: (ctx: Context, key: string) => Promise<T>) {}

  async get(ctx: Context, key = ""): Promise<T> {
    if (isInTransaction()) return this.load(ctx, key);
    const entries = this.entriesOf(ctx);
    const entry = entries.get(key);
    if (!entry) return this.start(ctx, key, null).value;
    const age = performance.now() - entry.madeAt;
    const fresh = freshFor(entries);
    if (age < fresh) return entry.value;
    if (age >= fresh + usableMs) return this.start(ctx, key, null).value;
    if (!entry.isRefreshing) {
      entry.isRefreshing = true;
      this.start(ctx, key, entry);
    }
    return entry.value;
  }

  /** After a write: this process's next reader gets a new one, unless that is dear. Other processes see it in time. */
  forget(ctx: Context): void {
    const entries = this.byDb.get(ctx.db);
    if (!entries) return;
    const dear = [...entries].filter(([, entry]) => entry.costMs > dearMs && entry.costMs < Infinity);
    this.byDb.set(ctx.db, new Map(dear));
  }

  /** In the place of a stale one, which stays in use until the new one is there. */
  private start(ctx: Context, key: string, stale: Entry<T> | null): Entry<T> {
    const entries = this.entriesOf(ctx);
    const startedAt = performance.now();
    const entry: Entry<T> = { value: this.load(ctx, key), costMs: Infinity, madeAt: Infinity, isRefreshing: false };
    if (!stale) entries.set(key, entry);
    if (entries.size > maxKeys) forgetOldest(entries);
    void this.finish(entries, entry, { key, stale, startedAt });
    return entry;
  }

  private async finish(
    entries: Map<string, Entry<T>>,
    entry: Entry<T>,
    { key, stale, startedAt }: { key: string; stale: Entry<T> | null; startedAt: number },
  ): Promise<void> {
    try {
      await entry.value;
      entry.madeAt = performance.now();
      entry.costMs = entry.madeAt - startedAt;
      if (stale && entries.get(key) === stale) entries.set(key, entry);
    } catch {
      // Whoever asked for it got the error; who was given the stale one has another try.
      if (entries.get(key) === entry) entries.delete(key);
      if (stale) stale.isRefreshing = false;
    }
  }

  private entriesOf(ctx: Context): Map<string, Entry<T>> {
    let entries = this.byDb.get(ctx.db);
    if (!entries) this.byDb.set(ctx.db, (entries = new Map()));
    return entries;
  }
}

function freshFor<T>(entries: ReadonlyMap<string, Entry<T>>): number {
  let costMs = 0;
  for (const entry of entries.values()) if (entry.costMs < Infinity) costMs += entry.costMs;
  return Math.max(freshMs, 50 * costMs);
}

function forgetOldest<T>(entries: Map<string, Entry<T>>): void {
  for (const key of entries.keys()) {
    entries.delete(key);
    return;
  }
}
