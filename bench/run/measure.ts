import type { Target, RoundResult } from "../load/job.ts";
import type { LoadGenerator } from "../load/load-generator.ts";
import type { RunningServer } from "./servers.ts";
import { memoryOf, processorMsOf } from "./process-facts.ts";

export interface Measured {
  perSecond: number;
  p50Ms: number;
  p95Ms: number;
  p99Ms: number;
  failures: number;
  firstFailure: string | null;
  /** What a call costs the server's process, whatever else the machine does; the database's own process not counted. */
  processorMs: number;
  memoryMb: number;
}

/** Something to be loaded in turn with others. */
export interface Contender {
  target: Target;
  server: RunningServer;
}

export interface Plan {
  name: string;
  shopFile: string;
  connections: number;
  rounds: number;
  seconds: number;
}

/** Short rounds in turn, so that what disturbs the machine disturbs all alike; medians of each. */
export async function measure(load: LoadGenerator, contenders: readonly Contender[], plan: Plan): Promise<Measured[]> {
  const { rounds, seconds, ...job } = plan;
  const results = contenders.map((): (RoundResult & { processorMs: number })[] => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [i, { target, server }] of contenders.entries()) {
      const before = processorMsOf(server.pid);
      const result = await load.run({ ...job, target, url: server.url, seconds });
      const processorMs = (processorMsOf(server.pid) - before) / Math.max(1, result.count);
      results[i]?.push({ ...result, processorMs });
    }
  }
  return results.map((list, i) => ({
    perSecond: median(list.map((result) => result.perSecond)),
    p50Ms: median(list.map((result) => result.p50Ms)),
    p95Ms: median(list.map((result) => result.p95Ms)),
    p99Ms: median(list.map((result) => result.p99Ms)),
    failures: list.reduce((sum, result) => sum + result.failures, 0),
    firstFailure: list.find((result) => result.firstFailure)?.firstFailure ?? null,
    processorMs: median(list.map((result) => result.processorMs)),
    memoryMb: memoryOf(contenders[i]?.server.pid ?? process.pid).nowMb,
  }));
}

export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = 0, high = 0] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
  return (low + high) / 2;
}
