import autocannon, { type Result } from "autocannon";
import { readFileSync } from "node:fs";
import type { FilledShop } from "../shop/make-shop.ts";
import type { Job, RoundResult } from "./job.ts";
import { cases } from "./requests.ts";

// The load generator, in a process of its own: takes a job, answers with what it measured.
process.on("message", (job: Job) => {
  void runJob(job).then(
    (result) => process.send?.({ result }),
    (error: unknown) => process.send?.({ error: String(error) }),
  );
});
process.on("disconnect", () => process.exit(0));

async function runJob(job: Job): Promise<RoundResult> {
  const makeRequests = cases[job.name];
  if (!makeRequests) throw new Error(`there is no case ${job.name}`);
  const { facts } = JSON.parse(readFileSync(job.shopFile, "utf8")) as FilledShop;
  // Cases of several requests tell their own times; those of one are what each request took.
  const isTold = job.name === "checkout" || job.name === "cart";
  const times: number[] = [];
  let failures = 0;
  let firstFailure: string | null = null;
  let offset = Math.floor(Math.random() * 10_000);
  const startedAt = performance.now();
  let lastAt = startedAt;
  const result = await new Promise<Result>((resolve, reject) => {
    const running = autocannon(
      {
        url: job.url,
        connections: job.connections,
        duration: job.seconds,
        timeout: 10,
        sampleInt: 100,
        setupClient: (client) => client.setRequests(makeRequests(job.target, facts, (offset += 37), (ms) => void times.push(ms))),
      },
      (error, done) => (error ? reject(error) : resolve(done)),
    );
    running.on("response", (_, status, __, milliseconds) => {
      lastAt = performance.now();
      if (status !== 200) {
        failures += 1;
        firstFailure ??= `status ${status}`;
      } else if (!isTold) times.push(milliseconds);
    });
  });
  const sorted = Float64Array.from(times).toSorted();
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return {
    perSecond: (times.length * 1_000) / (lastAt - startedAt),
    count: times.length,
    p50Ms: at(0.5),
    p95Ms: at(0.95),
    p99Ms: at(0.99),
    failures: failures + result.errors + result.timeouts,
    firstFailure,
  };
}
