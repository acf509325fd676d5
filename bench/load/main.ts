import autocannon, { type AutocannonRequest, type Result } from "autocannon";
import { readFileSync } from "node:fs";
import type { FilledShop } from "../shop/make-shop.ts";
import type { Job, RoundResult } from "./job.ts";
import { cases, tellingCases } from "./requests.ts";

// The load generator, in a process of its own: takes a job, answers with what it measured.
process.on("message", (job: Job) => {
  void runJob(job).then(
    (result) => process.send?.({ result }),
    (error: unknown) => process.send?.({ error: String(error) }),
  );
});
process.on("uncaughtException", (error) => process.send?.({ error: `the load generator failed: ${error.stack ?? String(error)}` }));
process.on("disconnect", () => process.exit(0));

/** Longer than any round: where hundreds queue for one row, each waits for all others, and who hangs up has made the shop work for nothing. */
const patienceSeconds = 60;

async function runJob(job: Job): Promise<RoundResult> {
  const makeRequests = cases[job.name];
  if (!makeRequests) throw new Error(`there is no case ${job.name}`);
  const shop = JSON.parse(readFileSync(job.shopFile, "utf8")) as FilledShop;
  const facts = { ...shop.facts, variantIds: shop.facts.variantIds.slice(0, job.variants) };
  const isTold = tellingCases.includes(job.name);
  const times: number[] = [];
  const ends: number[] = [];
  const onDone = (ms: number) => {
    times.push(ms);
    ends.push(performance.now());
  };
  let failures = 0;
  let clients = 0;
  let firstFailure: string | null = null;
  let offset = Math.floor(Math.random() * 10_000);
  const startedAt = performance.now();
  const result = await new Promise<Result>((resolve, reject) => {
    const running = autocannon(
      {
        url: job.url,
        connections: job.connections,
        duration: job.seconds,
        timeout: patienceSeconds,
        sampleInt: 100,
        setupClient: (client) => client.setRequests(withHeaders(makeRequests(job.target, facts, (offset += 37), onDone), job.headers?.[(clients += 1) % job.headers.length])),
      },
      (error, done) => (error ? reject(error) : resolve(done)),
    );
    running.on("response", (_, status, __, milliseconds) => {
      if (status !== 200) {
        failures += 1;
        firstFailure ??= `status ${status}`;
      } else if (!isTold) onDone(milliseconds);
    });
  });
  const sorted = Float64Array.from(times).toSorted();
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return {
    perSecond: rateOf(ends, job.connections, startedAt),
    count: times.length,
    p50Ms: at(0.5),
    p95Ms: at(0.95),
    p99Ms: at(0.99),
    failures: failures + result.errors + result.timeouts,
    firstFailure,
  };
}

/** Connections start together, so that the first ends come late and in a heap: counted from there, a round is as any later one. */
function rateOf(ends: readonly number[], connections: number, startedAt: number): number {
  const skipped = ends.length > 2 * connections ? connections : 0;
  const from = skipped === 0 ? startedAt : (ends[skipped - 1] ?? startedAt);
  const lastAt = ends.at(-1) ?? from;
  return lastAt === from ? 0 : ((ends.length - skipped) * 1_000) / (lastAt - from);
}

function withHeaders(requests: AutocannonRequest[], headers: Record<string, string> | undefined): AutocannonRequest[] {
  return headers ? requests.map((request) => ({ ...request, headers: { ...request.headers, ...headers } })) : requests;
}
