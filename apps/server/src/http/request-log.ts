import { newId } from "@cartwright/core/kernel";
import { createMiddleware } from "hono/factory";
import type { Logger } from "pino";

export interface RequestVariables {
  requestId: string;
}

/** Names every request, says the name in the answer, and logs how it ended. */
export function requestLog(logger: Logger) {
  return createMiddleware<{ Variables: RequestVariables }>(async (c, next) => {
    const requestId = newId("req");
    c.set("requestId", requestId);
    const before = performance.now();
    await next();
    c.res.headers.set("x-request-id", requestId);
    const { method, path } = c.req;
    const ms = Math.round(performance.now() - before);
    logger.info({ requestId, method, path, status: c.res.status, ms }, "request");
  });
}
