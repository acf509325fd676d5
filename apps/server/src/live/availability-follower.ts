import { findAvailability, type AvailabilityView } from "@cartwright/core/inventory";
import type { Context } from "@cartwright/core/kernel";
import { chunked } from "@cartwright/db";
import { setImmediate as breathe } from "node:timers/promises";
import type { Logger } from "pino";
import { Latest } from "./latest.ts";
import type { OpenStream } from "./open-streams.ts";

const pauseMilliseconds = 500;
const idsInStatement = 512;

type Stream = Latest<AvailabilityView>;

interface Newcomer {
  stream: Stream;
  variantIds: readonly string[];
}

/**
 * What this process knows of the stock that is being looked at. While anybody listens, the figures of just those
 * variants are read again and again, and what changed is told: news is the state itself, so it does not matter
 * which server, process or command changed it, and none can be missed.
 */
export class AvailabilityFollower {
  private readonly known = new Map<string, number>();
  private readonly streamsOf = new Map<string, Set<Stream>>();
  private newcomers: Newcomer[] = [];
  /** They hear everything at once before they hear of changes. */
  private readonly unserved = new Set<Stream>();
  private isRunning = false;
  private wake = (): void => {};

  constructor(
    private readonly context: () => Promise<Context>,
    private readonly logger: Logger,
  ) {}

  /** Whether the database is being read. */
  get isFollowing(): boolean {
    return this.isRunning;
  }

  /** First all of them, then what changes. */
  watch(variantIds: readonly string[], { signal, close }: OpenStream): AsyncIterableIterator<AvailabilityView[]> {
    const ids = [...new Set(variantIds)];
    const stream: Stream = new Latest(() => {
      signal.removeEventListener("abort", end);
      for (const id of ids) this.leave(id, stream);
      this.unserved.delete(stream);
      close();
    });
    const end = () => stream.end();
    for (const id of ids) this.join(id, stream);
    this.newcomers.push({ stream, variantIds: ids });
    this.unserved.add(stream);
    if (signal.aborted) end();
    signal.addEventListener("abort", end);
    this.wake();
    void this.run();
    return stream;
  }

  /** Until nobody listens. Newcomers are served at once, and what is known already is not read again for them. */
  private async run(): Promise<void> {
    if (this.isRunning) return;
    this.isRunning = true;
    let dueAt = 0;
    let failures = 0;
    while (this.streamsOf.size > 0) {
      const newcomers = this.newcomers.splice(0);
      const isDue = performance.now() >= dueAt;
      const unknown = newcomers.flatMap(({ variantIds }) => variantIds.filter((id) => !this.known.has(id)));
      try {
        await this.read(isDue ? [...this.streamsOf.keys()] : [...new Set(unknown)]);
        for (const newcomer of newcomers) this.serve(newcomer);
        if (failures > 0) this.logger.info({ requestId: "live", failures }, "stock is followed again");
        failures = 0;
      } catch (error) {
        this.newcomers.unshift(...newcomers);
        failures += 1;
        if (failures === 1) this.logger.error({ requestId: "live", err: error }, "stock can't be followed");
      }
      if (isDue || failures > 0) dueAt = performance.now() + pauseMilliseconds * Math.min(1 + failures, 10);
      if (this.newcomers.length === 0 || failures > 0) await this.until(dueAt);
    }
    this.known.clear();
    this.newcomers = [];
    this.isRunning = false;
  }

  private async read(variantIds: readonly string[]): Promise<void> {
    const ctx = await this.context();
    for (const ids of chunked(variantIds, idsInStatement)) {
      const found = await findAvailability(ctx, ids);
      const changed = [...found].filter(([id, available]) => this.streamsOf.has(id) && this.known.get(id) !== available);
      for (const [id, available] of changed) this.known.set(id, available);
      this.tell(changed.map(([id]) => id));
      // SQLite answers without a break: requests get their turn between two statements.
      if (variantIds.length > idsInStatement) await breathe();
    }
  }

  private tell(changed: readonly string[]): void {
    const news = new Map<Stream, string[]>();
    for (const id of changed) {
      for (const stream of this.streamsOf.get(id) ?? []) news.set(stream, [...(news.get(stream) ?? []), id]);
    }
    for (const [stream, ids] of news) if (!this.unserved.has(stream)) stream.put(ids.map((id) => this.view(id)));
  }

  private serve({ stream, variantIds }: Newcomer): void {
    this.unserved.delete(stream);
    stream.put(variantIds.map((id) => this.view(id)));
  }

  private view(variantId: string): readonly [string, AvailabilityView] {
    return [variantId, { variantId, available: this.known.get(variantId) ?? 0 }];
  }

  private join(id: string, stream: Stream): void {
    const streams = this.streamsOf.get(id);
    if (streams) streams.add(stream);
    else this.streamsOf.set(id, new Set([stream]));
  }

  private leave(id: string, stream: Stream): void {
    const streams = this.streamsOf.get(id);
    streams?.delete(stream);
    if (streams?.size !== 0) return;
    this.streamsOf.delete(id);
    this.known.delete(id);
    if (this.streamsOf.size === 0) this.wake();
  }

  private until(dueAt: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, Math.max(0, dueAt - performance.now()));
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
