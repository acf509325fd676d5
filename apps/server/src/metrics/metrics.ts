import type { SearchPort } from "@cartwright/core/search";
import { collectDefaultMetrics, Counter, Histogram, Registry } from "prom-client";
import { countSearches } from "./count-searches.ts";

/** What the server tells of itself to Prometheus. */
export interface Metrics {
  registry: Registry;
  /** A request that was answered; `procedure` is one of few words (see labelOf). */
  observe(request: { procedure: string; status: number; seconds: number }): void;
  /** Searches that go through here are counted by the engine that answered. */
  watchSearch(port: SearchPort): SearchPort;
}

const prefix = "cartwright_";
/** In seconds: a page is some milliseconds, a payment up to ten seconds. */
const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** One a server. What has to be asked for when it is looked at is added by watchParts. */
export function openMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix });
  const requests = new Counter({ name: `${prefix}requests_total`, help: "Requests by procedure and HTTP status.", labelNames: ["procedure", "status"], registers: [registry] });
  const durations = new Histogram({ name: `${prefix}request_seconds`, help: "How long requests took, to the first byte of the answer.", labelNames: ["procedure"], buckets, registers: [registry] });
  const searches = new Counter({ name: `${prefix}search_total`, help: "Searches by engine: main or fallback, and whether it answered.", labelNames: ["role", "outcome"], registers: [registry] });
  return {
    registry,
    observe({ procedure, status, seconds }) {
      requests.inc({ procedure, status: String(status) });
      durations.observe({ procedure }, seconds);
    },
    watchSearch: (port) => countSearches(port, (role, outcome) => searches.inc({ role, outcome })),
  };
}
