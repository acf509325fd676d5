import { randomUUID } from "node:crypto";
import type { Api } from "../client.ts";
import type { KeyedContext } from "../keyed-mutations.ts";
import { retrying } from "../retry.ts";
import type { Batch } from "./batches.ts";
import type { ImportResult } from "./report.ts";

// About a minute: a server that restarts is back by then.
const waitsMs = [500, 1_000, 2_000, 4_000, 8_000, 15_000, 30_000];
const batchesAtOnce = 2;

export interface SendOptions {
  isDryRun: boolean;
  signal: AbortSignal;
  onRetry: (line: string) => void;
  /** `sentUpTo` of the file is done, whatever else is on its way. */
  onAnswer: (batch: Batch, results: ImportResult[], sentUpTo: number) => void;
}

/** Sends batches, two at a time, each again when the network fails: an import may be repeated. */
export async function sendBatches(api: Api, batches: AsyncIterable<Batch>, options: SendOptions): Promise<void> {
  const running = new Set<Promise<void>>();
  const unanswered: Batch[] = [];
  const answered = new Set<Batch>();
  const failures: unknown[] = [];
  let sentUpTo = 0;
  const send = async (batch: Batch) => {
    const context: KeyedContext = { idempotencyKey: randomUUID(), isRepeatedByCaller: true };
    const { results } = await retrying(() => api.catalog.importProducts.mutate({ products: batch.products, isDryRun: options.isDryRun }, { context: { ...context } }), {
      waitsMs,
      isRefusalRetried: true,
      signal: options.signal,
      onRetry: options.onRetry,
    });
    answered.add(batch);
    for (let first = unanswered[0]; first && answered.delete(first); first = unanswered[0]) {
      sentUpTo = first.readUpTo;
      unanswered.shift();
    }
    options.onAnswer(batch, results, sentUpTo);
  };
  for await (const batch of batches) {
    unanswered.push(batch);
    const request = send(batch)
      .catch((error: unknown) => void failures.push(error))
      .finally(() => running.delete(request));
    running.add(request);
    if (running.size >= batchesAtOnce) await Promise.race(running);
    if (failures.length > 0) break;
  }
  // After a failure the other request still has to be heard out.
  await Promise.all(running);
  if (failures.length > 0) throw failures[0];
}
