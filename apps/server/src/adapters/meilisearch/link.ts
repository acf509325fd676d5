import type { BreakerState } from "@cartwright/core/search";
import { BrokenCircuitError, circuitBreaker, CircuitState, ConsecutiveBreaker, handleWhen, timeout, TimeoutStrategy, wrap } from "cockatiel";
import { Meilisearch, type Task } from "meilisearch";
import { engineError, explain, isOutage, type Place } from "./explain-error.ts";

export interface LinkOptions extends Place {
  apiKey: string | null;
  /** How long a search may take, a write, and the tasks of a write. */
  searchMilliseconds: number;
  writeMilliseconds: number;
  taskMilliseconds: number;
  /** How long the first search after a change of synonyms may wait for it. */
  rulesMilliseconds: number;
  /** So many failures in a row, and Meilisearch is left alone for so long. */
  failures: number;
  pauseMilliseconds: number;
  log: (level: "info" | "warn", message: string) => void;
}

/** The way to a Meilisearch server: with timeouts, and a breaker that keeps shoppers from waiting for one that is gone. */
export class Link {
  /** Why it last failed; null once it has answered again. */
  lastError: string | null = null;
  readonly options: LinkOptions;
  private readonly client: Meilisearch;
  private readonly breaker;
  private readonly searching;

  constructor(options: LinkOptions) {
    this.options = options;
    const { url, apiKey, writeMilliseconds, searchMilliseconds, failures, pauseMilliseconds } = options;
    this.client = new Meilisearch({ host: url, ...(apiKey ? { apiKey } : {}), timeout: writeMilliseconds, defaultWaitOptions: { interval: 20 } });
    this.breaker = circuitBreaker(handleWhen(isOutage), { halfOpenAfter: pauseMilliseconds, breaker: new ConsecutiveBreaker(failures) });
    this.searching = wrap(this.breaker, timeout(searchMilliseconds, TimeoutStrategy.Aggressive));
    this.tellWhenItGoes();
  }

  get state(): BreakerState {
    const { state } = this.breaker;
    return state === CircuitState.Closed ? "closed" : state === CircuitState.HalfOpen ? "half_open" : "open";
  }

  /** Asks something a shopper waits for. Errors: `search.engine_unavailable`. */
  async ask<T>(ask: (client: Meilisearch, signal: AbortSignal) => Promise<T>): Promise<T> {
    return this.told(() => this.searching.execute(({ signal }) => ask(this.client, signal)));
  }

  /** Has something done as a task. Returns which. Errors: `search.engine_unavailable`. */
  async enqueue(work: (client: Meilisearch) => PromiseLike<{ taskUid: number }>): Promise<number> {
    return (await this.write(async (client) => await work(client))).taskUid;
  }

  /** Asks or writes what no shopper waits for. Errors: `search.engine_unavailable`. */
  async write<T>(work: (client: Meilisearch) => Promise<T>): Promise<T> {
    return this.told(() => this.breaker.execute(() => work(this.client)));
  }

  /** Asks whatever the breaker says, for status. Errors: those of the client. */
  probe<T>(ask: (client: Meilisearch) => Promise<T>): Promise<T> {
    return ask(this.client);
  }

  /** Waits until tasks are done, all of them together for so long. Errors: `search.engine_unavailable`, with what a task failed of. */
  async finish(tasks: readonly number[]): Promise<void> {
    const until = performance.now() + this.options.taskMilliseconds;
    for (const uid of tasks) {
      const timeout = Math.max(1, Math.ceil(until - performance.now()));
      requireSuccess(await this.write((client) => client.tasks.waitForTask(uid, { timeout })));
    }
  }

  /** Once when it goes and once when it is back, however often it is tried in between. */
  private tellWhenItGoes(): void {
    const { log } = this.options;
    let isGone = false;
    this.breaker.onBreak((reason) => {
      const why = "error" in reason ? explain(reason.error, this.options) : "Meilisearch is left alone.";
      if (!isGone) log("warn", `${why} The database answers searches meanwhile.`);
      isGone = true;
    });
    this.breaker.onReset(() => {
      isGone = false;
      log("info", "Meilisearch answers searches again.");
    });
  }

  private async told<T>(work: () => Promise<T>): Promise<T> {
    try {
      const answer = await work();
      this.lastError = null;
      return answer;
    } catch (error) {
      const message = explain(error, this.options);
      // While it is left alone, what it failed of says more than that it is.
      if (!(error instanceof BrokenCircuitError)) this.lastError = message;
      throw engineError(message, error);
    }
  }
}

function requireSuccess({ uid, type, status, error }: Task): void {
  if (status === "succeeded") return;
  const why = status === "canceled" ? "was cancelled" : `failed: ${error?.message ?? "no reason given"} (${error?.code ?? status})`;
  throw engineError(`Task ${uid} of Meilisearch (${type}) ${why}`, undefined, { isTaskFailed: true, taskError: error?.code ?? null });
}
