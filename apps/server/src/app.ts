import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { Hono } from "hono";
import { compress } from "hono/compress";
import { createContext, type ServerParts } from "./context.ts";
import { addressOf, socketOf } from "./http/address.ts";
import { answerQuery, plainQueryOf } from "./http/answer-query.ts";
import { fail } from "./http/fail.ts";
import { limitBody } from "./http/limit-body.ts";
import { health } from "./http/health.ts";
import { mediaFiles } from "./http/media.ts";
import { requestLog, type RequestVariables } from "./http/request-log.ts";
import { withBody } from "./http/with-body.ts";
import { appRouter } from "./router.ts";
import type { Web } from "./ssr/web.ts";
import { version } from "./version.ts";

/** The whole server as one Hono app, from the outside in. Without `web` it is the API alone. */
export function createApp(parts: ServerParts, web: Web | null): Hono<{ Variables: RequestVariables }> {
  const app = new Hono<{ Variables: RequestVariables }>();

  app.use(requestLog(parts.logger));
  app.use(async (c, next) => {
    await next();
    // c.header would make the answer anew, as a stream.
    const { headers } = c.res;
    headers.set("x-cartwright-version", version);
    headers.set("x-content-type-options", "nosniff");
    headers.set("referrer-policy", "strict-origin-when-cross-origin");
  });

  app.route("/health", health(parts));
  app.route("/media", mediaFiles(parts.ports.media));

  app.use("/api/*", limitBody);
  app.all("/api/trpc/*", (c) => {
    if (c.req.method === "POST" && c.req.path.includes(",")) {
      return fail(c, 400, "request.batched_mutation", "Send one mutation a request.");
    }
    const { raw } = c.req;
    const contextFor = (resHeaders: Headers) => {
      const { headers } = raw;
      return createContext(parts, { headers, requestId: c.get("requestId"), address: () => addressOf(headers, socketOf(c.env)) }, resHeaders);
    };
    const query = plainQueryOf(raw);
    if (query) return answerQuery(query, contextFor);
    return fetchRequestHandler({ endpoint: "/api/trpc", req: withBody(raw), router: appRouter, createContext: ({ resHeaders }) => contextFor(resHeaders) });
  });
  app.all("/api/*", (c) => fail(c, 404, "request.not_found", "There is no such address."));

  if (web?.middleware) app.use(web.middleware);
  if (web) app.get("*", compress(), (c) => web.fetch(c.req.raw, { requestId: c.get("requestId") }));
  app.notFound((c) => fail(c, 404, "request.not_found", "There is no such address."));
  app.onError((error, c) => {
    parts.logger.error({ requestId: c.get("requestId"), err: error }, "a request failed");
    return fail(c, 500, "internal", "Something went wrong.");
  });
  return app;
}
