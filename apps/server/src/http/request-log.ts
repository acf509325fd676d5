import { newId } from "@cartwright/core/kernel";
import { createMiddleware } from "hono/factory";
import type { ServerParts } from "../context.ts";
import { labelOf } from "../metrics/label-of.ts";

export interface RequestVariables {
  requestId: string;
  /** Why it was refused before it came to a procedure. */
  reason?: string;
}

/** Names every request, says the name in the answer, and logs how it ended. */
export function requestLog({ logger, metrics }: Pick<ServerParts, "logger" | "metrics">) {
  return createMiddleware<{ Variables: RequestVariables }>(async (c, next) => {
    const requestId = newId("req");
    c.set("requestId", requestId);
    const before = performance.now();
    await next();
    c.res.headers.set("x-request-id", requestId);
    const { method, path } = c.req;
    const took = performance.now() - before;
    const ms = Math.round(took);
    metrics?.observe({ procedure: labelOf(path), status: c.res.status, seconds: took / 1_000 });
    const reason = c.get("reason");
    logger.info({ requestId, method, path: withoutWords(path), status: c.res.status, ms, ...(reason ? { reason } : {}) }, "request");
  });
}

/** The address of an order's page has the word in it that opens the order. */
function withoutWords(path: string): string {
  return path.replace(/^\/order\/[^/]+/, "/order/…");
}
