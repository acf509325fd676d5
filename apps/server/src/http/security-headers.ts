import { createMiddleware } from "hono/factory";
import { version } from "../version.ts";

const yearSeconds = 31_536_000;

/** For what is no page: nothing of it runs, loads anything or stands in a frame, even if a browser took it for one. */
const nothing = "default-src 'none'; base-uri 'none'; frame-ancestors 'none'";

const always: readonly [string, string][] = [
  ["x-cartwright-version", version],
  ["x-content-type-options", "nosniff"],
  ["referrer-policy", "strict-origin-when-cross-origin"],
  ["cross-origin-opener-policy", "same-origin"],
  ["x-frame-options", "DENY"],
  ["permissions-policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()"],
];

/** What every answer says to browsers. On https they are told to come back by no other way for a year. */
export function securityHeaders({ isSecure }: { isSecure: boolean }) {
  const all = isSecure ? [...always, ["strict-transport-security", `max-age=${yearSeconds}; includeSubDomains`] as const] : always;
  return createMiddleware(async (c, next) => {
    await next();
    // c.header would make the answer anew, as a stream.
    const { headers } = c.res;
    for (const [name, value] of all) headers.set(name, value);
    if (!headers.has("cross-origin-resource-policy")) headers.set("cross-origin-resource-policy", "same-origin");
    if (!headers.has("content-security-policy")) headers.set("content-security-policy", nothing);
  });
}
