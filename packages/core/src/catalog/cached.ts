import { isInTransaction } from "@cartwright/db";
import type { Context } from "../kernel/index.ts";

interface Entry<T> {
  value: Promise<T>;
  /** Until then it is given out as it is, and until the second it is given out while a new one is made. */
  freshUntil: number;
  usableUntil: number;
  isRefreshing: boolean;
}

const freshMs = 5_000;
const usableMs = 60_000;
const maxKeys = 500;

/**
 * Keeps what is dear to compute and may be some seconds old, for each database by itself. What took long to make
 * is kept longer, so that making it never takes more than a hundredth of the time. Inside a transaction nothing is
 * kept or taken from here, so that it sees its own writes and nobody else sees what it has not committed.
 */
export class Cached<T> {
  private readonly byDb = new WeakMap<Context["db"], Map<string, Entry<T>>>();

  constructor(private readonly load: (ctx: Context, key: string) => Promise<T>) {}

  async get(ctx: Context, key = ""): Promise<T> {
    if (isInTransaction()) return this.load(ctx, key);
    const entries = this.entriesOf(ctx);
    const entry = entries.get(key);
    const now = performance.now();
    if (entry && now < entry.freshUntil) return entry.value;
    if (!entry || now >= entry.usableUntil) return this.start(ctx, key).value;
    if (!entry.isRefreshing) {
      entry.isRefreshing = true;
      this.start(ctx, key, entry);
    }
    return entry.value;
  }

  /** After a write: the next reader in this process gets a new one. Other processes see it within seconds. */
  forget(ctx: Context): void {
    this.byDb.delete(ctx.db);
  }

  private start(ctx: Context, key: string, stale?: Entry<T>): Entry<T> {
    const entries = this.entriesOf(ctx);
    const startedAt = performance.now();
    const entry: Entry<T> = { value: this.load(ctx, key), freshUntil: Infinity, usableUntil: Infinity, isRefreshing: false };
    if (!stale) entries.set(key, entry);
    if (entries.size > maxKeys) forgetOldest(entries);
    entry.value.then(
      () => {
        const now = performance.now();
        entry.freshUntil = now + Math.max(freshMs, 100 * (now - startedAt));
        entry.usableUntil = entry.freshUntil + usableMs;
        if (stale && entries.get(key) === stale) entries.set(key, entry);
      },
      () => {
        if (entries.get(key) === entry) entries.delete(key);
        if (stale) stale.isRefreshing = false;
      },
    );
    return entry;
  }

  private entriesOf(ctx: Context): Map<string, Entry<T>> {
    let entries = this.byDb.get(ctx.db);
    if (!entries) this.byDb.set(ctx.db, (entries = new Map()));
    return entries;
  }
}

function forgetOldest<T>(entries: Map<string, Entry<T>>): void {
  for (const key of entries.keys()) {
    entries.delete(key);
    return;
  }
}
