import { createHash, timingSafeEqual } from "node:crypto";
import { Hono } from "hono";
import type { Metrics } from "../metrics/metrics.ts";

/**
 * `/metrics` for Prometheus. With a token only whoever brings it (`Authorization: Bearer …`) is told that it exists; without
 * one it is for a port of its own that only this machine reaches.
 */
export function metricsPage({ registry }: Metrics, token: string | null): Hono {
  const app = new Hono();
  app.get("/metrics", async (c) => {
    if (token !== null && !isSame(c.req.header("authorization") ?? "", `Bearer ${token}`)) return c.notFound();
    return c.body(await registry.metrics(), 200, { "content-type": registry.contentType, "cache-control": "no-store", "x-content-type-options": "nosniff" });
  });
  return app;
}

/** In the same time for every wrong one. */
function isSame(given: string, wanted: string): boolean {
  const [a, b] = [given, wanted].map((text) => createHash("sha256").update(text).digest());
  return a !== undefined && b !== undefined && timingSafeEqual(a, b);
}
