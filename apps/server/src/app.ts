import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { Hono } from "hono";
import { compress } from "hono/compress";
import { createContext, type ServerParts } from "./context.ts";
import { socketOf } from "./http/address.ts";
import { answerCall } from "./http/answer-call.ts";
import { devMail } from "./http/dev-mail.ts";
import { fail } from "./http/fail.ts";
import { limitAddress } from "./http/limit-address.ts";
import { limitBody } from "./http/limit-body.ts";
import { health } from "./http/health.ts";
import { metricsPage } from "./http/metrics.ts";
import { mediaFiles } from "./http/media.ts";
import { oauthReturns } from "./http/oauth.ts";
import { plainCallOf } from "./http/plain-call.ts";
import { requestLog, type RequestVariables } from "./http/request-log.ts";
import { sameOrigin } from "./http/same-origin.ts";
import { securityHeaders } from "./http/security-headers.ts";
import { unkept } from "./http/unkept.ts";
import { withBody } from "./http/with-body.ts";
import { appRouter } from "./router.ts";
import type { Web } from "./ssr/web.ts";

/** The whole server as one Hono app, from the outside in. Without `web` it is the API alone. */
export function createApp(parts: ServerParts, web: Web | null, more: { metricsToken?: string | null } = {}): Hono<{ Variables: RequestVariables }> {
  const app = new Hono<{ Variables: RequestVariables }>();

  app.use(requestLog(parts));
  app.use(securityHeaders(parts));
  app.use(limitAddress);

  app.route("/health", health(parts));
  if (parts.metrics && more.metricsToken) app.route("/", metricsPage(parts.metrics, more.metricsToken));
  app.route("/media", mediaFiles(parts.ports.media));
  // Never in production: there mails are not kept (see readEnv).
  if (parts.ports.mailer.kind === "mailbox") app.route("/dev/mail", devMail(parts.database.db));

  app.route("/oauth", oauthReturns(parts));

  app.use("/api/*", sameOrigin(parts.publicUrl), limitBody, unkept);
  app.all("/api/trpc/*", async (c) => {
    if (c.req.method === "POST" && c.req.path.includes(",")) {
      return fail(c, 400, "request.batched_mutation", "Send one mutation a request.");
    }
    const { raw } = c.req;
    const contextFor = (resHeaders: Headers) => {
      const { headers } = raw;
      return createContext(parts, { headers, requestId: c.get("requestId"), address: () => parts.addressOf(headers, socketOf(c.env)) }, resHeaders);
    };
    const plain = plainCallOf(raw);
    if (plain) return answerCall(plain, contextFor);
    const answer = await fetchRequestHandler({ endpoint: "/api/trpc", req: withBody(raw), router: appRouter, createContext: ({ resHeaders }) => contextFor(resHeaders) });
    // What is no call at all is refused in JSON that does not say it is JSON.
    if (answer.headers.get("content-type")?.startsWith("text/plain")) answer.headers.set("content-type", "application/json");
    return answer;
  });
  app.all("/api/*", (c) => fail(c, 404, "request.not_found", "There is no such address."));

  if (web?.middleware) app.use(web.middleware);
  if (web) app.get("*", compress(), (c) => web.fetch(c.req.raw, { requestId: c.get("requestId"), address: () => parts.addressOf(c.req.raw.headers, socketOf(c.env)) }));
  app.notFound((c) => fail(c, 404, "request.not_found", "There is no such address."));
  app.onError((error, c) => {
    parts.logger.error({ requestId: c.get("requestId"), err: error }, "a request failed");
    return fail(c, 500, "internal", "Something went wrong.");
  });
  return app;
}
