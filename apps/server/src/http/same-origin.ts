import { createMiddleware } from "hono/factory";
import { fail } from "./fail.ts";
import type { RequestVariables } from "./request-log.ts";

const reading: ReadonlySet<string> = new Set(["GET", "HEAD"]);

/**
 * No page of somebody else's may have a browser change anything here, whether cookies come along or not: signing somebody
 * in as another is a change, too. Who sends a token in `Authorization` is no page of somebody else's: browsers ask us before
 * they let one do so, and we don't answer (there is no CORS).
 */
export function sameOrigin(publicUrl: string | null) {
  const own = publicUrl === null ? null : new URL(publicUrl).origin;
  return createMiddleware<{ Variables: RequestVariables }>(async (c, next) => {
    const { method, headers, url } = c.req.raw;
    if (reading.has(method) || headers.has("authorization") || isOwn(headers, own ?? new URL(url).origin)) return next();
    return fail(c, 403, "request.foreign_origin", "This was asked for by another site. Open the shop itself and try again.");
  });
}

/**
 * Browsers say where a request comes from, in one header since 2020 and in the other always. What says neither is no
 * browser, but for very old ones; those can't make a foreign page send JSON.
 */
function isOwn(headers: Headers, own: string): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin" || site === "none";
  const origin = headers.get("origin");
  if (origin !== null) return origin === own;
  return !headers.has("cookie") || /^application\/json\b/i.test(headers.get("content-type") ?? "");
}
