import { createMiddleware } from "hono/factory";

/** Answers of the API are somebody's own, or change by the minute: nobody on the way keeps them. */
export const unkept = createMiddleware(async (c, next) => {
  await next();
  const { headers } = c.res;
  // A stream says so itself, and more.
  if (!headers.has("cache-control")) headers.set("cache-control", "no-store");
});
