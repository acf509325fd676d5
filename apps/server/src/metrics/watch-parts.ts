import { getOutboxHealth } from "@cartwright/core/kernel";
import { Gauge } from "prom-client";
import { systemContext, type ServerParts } from "../context.ts";
import { version } from "../version.ts";
import type { Metrics } from "./metrics.ts";

/** What is looked at each time somebody asks: the outbox, the database's connections, the streams of news. */
export function watchParts({ registry }: Metrics, parts: ServerParts): void {
  const registers = [registry];
  const gauge = (name: string, help: string, collect: (gauge: Gauge) => void | Promise<void>) =>
    new Gauge({
      name: `cartwright_${name}`,
      help,
      registers,
      async collect() {
        await collect(this);
      },
    });
  new Gauge({ name: "cartwright_info", help: "The version that runs, and on which database.", labelNames: ["version", "dialect"], registers }).set({ version, dialect: parts.database.dialect }, 1);

  const outbox = once(async () => getOutboxHealth(await systemContext(parts, "metrics")));
  gauge("outbox_waiting", "Events that wait to be handled.", async (one) => one.set((await outbox()).waitingCount));
  gauge("outbox_dead", "Events that failed too often and hold back their subject.", async (one) => one.set((await outbox()).deadCount));
  gauge("outbox_lag_seconds", "How long the oldest waiting event has waited.", async (one) => one.set((await outbox()).oldestWaitingSeconds ?? 0));

  const { driver } = parts.database;
  gauge("database_connections", "Open connections of this server's pool.", (one) => one.set(driver.load().connections));
  gauge("database_connections_idle", "Those of them that do nothing.", (one) => one.set(driver.load().idle));
  gauge("database_waiting", "Statements and transactions that wait for a connection, or for the writer's turn.", (one) => one.set(driver.load().waiting));
}

/** Several gauges of one look: they are collected at once. */
function once<Value>(ask: () => Promise<Value>): () => Promise<Value> {
  let asked: Promise<Value> | null = null;
  return () =>
    (asked ??= ask().finally(() => {
      asked = null;
    }));
}
