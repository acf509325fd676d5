import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { RequestVariables } from "./request-log.ts";

/** An error answer outside of tRPC, in the same words: message, reason, request id. */
export function fail(c: Context<{ Variables: RequestVariables }>, status: ContentfulStatusCode, reason: string, message: string): Response {
  c.set("reason", reason);
  const data = { httpStatus: status, reason, details: {}, requestId: c.get("requestId") };
  return c.json({ error: { message, data } }, status);
}
