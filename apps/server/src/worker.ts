import { closeUnheard, giveBackEvents, handleEvent, onNews, takeEvents, type ClaimedEvent, type Context, type EventHandler } from "@cartwright/core/kernel";
import { randomBytes } from "node:crypto";
import { hostname } from "node:os";
import { setTimeout as pause } from "node:timers/promises";
import { systemContext, type ServerParts } from "./context.ts";
import { handlers as allHandlers } from "./handlers.ts";

export interface WorkerOptions {
  handlers?: readonly EventHandler[];
  /** How often it looks when there was nothing to do. */
  pauseMilliseconds?: number;
  /** Events in its hands at once, each of another subject. */
  concurrency?: number;
  /** How long running handlers may take to end when it is stopped. */
  patienceMilliseconds?: number;
}

/**
 * Handles the events of the outbox until it is stopped: at once while there are any, else when something was emitted in
 * this process or a second has passed. Returns how to stop it: running handlers finish, what does not is given back.
 */
export function startWorker(parts: ServerParts, options: WorkerOptions = {}): () => Promise<void> {
  const worker = new Worker(parts, { handlers: allHandlers, pauseMilliseconds: 1_000, concurrency: 4, patienceMilliseconds: 5_000, ...options });
  const running = worker.run();
  return async () => {
    worker.end();
    await running;
    await worker.settle();
  };
}

class Worker {
  /** Unique among all processes: a lease is told by it. */
  readonly #name = `${hostname()}/${process.pid}/${randomBytes(4).toString("hex")}`;
  readonly #inHand = new Map<ClaimedEvent, Promise<void>>();
  readonly #parts: ServerParts;
  readonly #options: Required<WorkerOptions>;
  #isStopping = false;
  #wake = (): void => {};

  constructor(parts: ServerParts, options: Required<WorkerOptions>) {
    this.#parts = parts;
    this.#options = options;
  }

  async run(): Promise<void> {
    const deafen = onNews(() => this.#wake());
    let isIdle = true;
    while (!this.#isStopping) {
      // Made before looking, so that what is emitted meanwhile is not slept over.
      const woken = new Promise<void>((resolve) => (this.#wake = resolve));
      const taken = await this.#take({ isIdle });
      isIdle = taken === 0;
      if (isIdle || this.#free() === 0) await this.#rest(woken);
    }
    deafen();
  }

  /** Takes nothing more. */
  end(): void {
    this.#isStopping = true;
    this.#wake();
  }

  /** Waits for what is in hand, and gives back what takes too long. */
  async settle(): Promise<void> {
    await Promise.race([Promise.all(this.#inHand.values()), pause(this.#options.patienceMilliseconds, undefined, { ref: false })]);
    const held = [...this.#inHand.keys()].map((event) => ({ event, worker: this.#name }));
    if (held.length === 0) return;
    await giveBackEvents(await this.#context(), held).catch((error: unknown) => this.#log("error", { err: error }, "events could not be given back"));
  }

  #free(): number {
    return this.#options.concurrency - this.#inHand.size;
  }

  async #rest(woken: Promise<void>): Promise<void> {
    const over = new AbortController();
    await Promise.race([woken, pause(this.#options.pauseMilliseconds, undefined, { signal: over.signal }).catch(() => {})]);
    over.abort();
  }

  /**
   * Takes as many as it has hands for, and does not wait for them. What nobody listens to is closed all at once where
   * there was nothing else to do, else one by one: looking for it means reading all that waits.
   */
  async #take({ isIdle }: { isIdle: boolean }): Promise<number> {
    try {
      const ctx = await this.#context();
      if (isIdle) await closeUnheard(ctx, this.#options.handlers);
      const taken = await takeEvents(ctx, { worker: this.#name, limit: this.#free() });
      for (const event of taken) this.#start(ctx, event);
      return taken.length;
    } catch (error) {
      this.#log("error", { err: error }, "the outbox could not be read");
      return 0;
    }
  }

  #start(ctx: Context, event: ClaimedEvent): void {
    if (event.isDead) return this.#log("error", { ...factsOf(event) }, "an event is dead: its handling never came to an end");
    const handling = this.#handle(ctx, event).finally(() => {
      this.#inHand.delete(event);
      this.#wake();
    });
    this.#inHand.set(event, handling);
  }

  async #handle(ctx: Context, event: ClaimedEvent): Promise<void> {
    try {
      const handled = await handleEvent(ctx, this.#options.handlers, { event, worker: this.#name });
      if (handled.outcome === "failed") this.#log("warn", { ...factsOf(event), err: handled.error }, "an event failed and will be tried again");
      if (handled.outcome === "dead") this.#log("error", { ...factsOf(event), err: handled.error }, "an event is dead: it failed too often");
      if (handled.outcome === "lost") this.#log("warn", factsOf(event), "an event was taken over by another worker");
    } catch (error) {
      // Its lease runs out, and somebody takes it.
      this.#log("error", { ...factsOf(event), err: error }, "the end of an event could not be written");
    }
  }

  #context(): Promise<Context> {
    return systemContext(this.#parts, "worker");
  }

  #log(level: "warn" | "error", facts: object, message: string): void {
    this.#parts.logger[level]({ requestId: "worker", worker: this.#name, ...facts }, message);
  }
}

function factsOf({ id, type, subject, attempts }: ClaimedEvent) {
  return { eventId: id, type, subject, attempts };
}
