import { createMiddleware } from "hono/factory";
import { fail } from "./fail.ts";
import type { RequestVariables } from "./request-log.ts";

const mostCharacters = 16_000;
/** What somebody types into the search field may be long, and each of its characters is up to twelve here. */
const searching = /^\/(?:search|api\/trpc\/search\.)/;
/** Our own pages send ten at most. */
export const mostInBatch = 20;

/** Refuses addresses and batches that no page of ours sends. Node itself refuses headers and addresses over 128 KB. */
export const limitAddress = createMiddleware<{ Variables: RequestVariables }>(async (c, next) => {
  const { path, url } = c.req;
  if (url.length > mostCharacters && !searching.test(path)) return fail(c, 414, "request.address_too_long", `An address may have ${mostCharacters} characters at most.`);
  if (path.startsWith("/api/trpc/") && path.split(",", mostInBatch + 1).length > mostInBatch) {
    return fail(c, 400, "request.batch_too_large", `At most ${mostInBatch} questions go together.`);
  }
  return next();
});
