import type { Target, RoundResult } from "../load/job.ts";
import type { LoadGenerator } from "../load/load-generator.ts";
import type { Options } from "../options.ts";
import type { RunningServer } from "./servers.ts";
import { quietCores, waitForQuiet, watchOthers } from "./others.ts";
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
  /** Cores that others used meanwhile, on average. */
  othersCores: number;
}

/** Something to be loaded in turn with others. */
export interface Contender {
  target: Target;
  server: RunningServer;
  /** See Job. */
  headers?: Record<string, string>[];
}

export interface Plan {
  name: string;
  shopFile: string;
  connections: number;
  rounds: number;
  seconds: number;
  /** How long a round may wait for the machine to be quiet, and whether it is taken again when it was not. */
  patienceSeconds: number;
  variants?: number;
}

type Round = RoundResult & { processorMs: number; othersCores: number };

/** What the options say of every plan. */
export function planFor({ rounds, secondsPerRound: seconds, patienceSeconds }: Options, what: Pick<Plan, "name" | "shopFile" | "variants">) {
  return { rounds, seconds, patienceSeconds, ...what };
}

/** What is compiled and cached in the first seconds is not what is asked for. */
export async function warmUp(load: LoadGenerator, contenders: readonly Contender[], plan: Omit<Plan, "connections">): Promise<void> {
  await measure(load, contenders, { ...plan, connections: 8, rounds: 1, patienceSeconds: 0 });
}

/** Short rounds in turn, so that what disturbs the machine disturbs all alike; medians of each. */
export async function measure(load: LoadGenerator, contenders: readonly Contender[], plan: Plan): Promise<Measured[]> {
  const results = contenders.map((): Round[] => []);
  for (let round = 0; round < plan.rounds; round += 1) {
    for (const [i, contender] of contenders.entries()) results[i]?.push(await quietRound(load, contender, plan));
  }
  return results.map((list, i) => ({
    perSecond: median(list.map((result) => result.perSecond)),
    p50Ms: median(list.map((result) => result.p50Ms)),
    p95Ms: median(list.map((result) => result.p95Ms)),
    p99Ms: median(list.map((result) => result.p99Ms)),
    failures: list.reduce((sum, result) => sum + result.failures, 0),
    firstFailure: list.find((result) => result.firstFailure)?.firstFailure ?? null,
    processorMs: median(list.map((result) => result.processorMs)),
    othersCores: list.reduce((sum, result) => sum + result.othersCores, 0) / list.length,
    memoryMb: memoryOf(contenders[i]?.server.pid ?? process.pid).nowMb,
  }));
}

/** The quietest of a few tries; one with failures counts in any case. */
async function quietRound(load: LoadGenerator, contender: Contender, plan: Plan): Promise<Round> {
  let quietest: Round | null = null;
  for (let i = 0; i < (plan.patienceSeconds > 0 ? mostTries : 1); i += 1) {
    await waitForQuiet(plan.patienceSeconds);
    const result = await oneRound(load, contender, plan);
    if (!quietest || result.failures > 0 || result.othersCores < quietest.othersCores) quietest = result;
    if (quietest.failures > 0 || quietest.othersCores < quietCores) break;
  }
  if (!quietest) throw new Error("a round is tried at least once");
  return quietest;
}

const mostTries = 3;

async function oneRound(load: LoadGenerator, { target, server, headers }: Contender, plan: Plan): Promise<Round> {
  const { rounds: _, patienceSeconds: __, ...job } = plan;
  const others = watchOthers();
  const before = processorMsOf(server.pid);
  const result = await load.run({ ...job, target, url: server.url, ...(headers ? { headers } : {}) });
  const processorMs = (processorMsOf(server.pid) - before) / Math.max(1, result.count);
  return { ...result, processorMs, othersCores: others() };
}

export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = 0, high = 0] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
  return (low + high) / 2;
}
