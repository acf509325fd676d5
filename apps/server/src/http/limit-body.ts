import { bodyLimit } from "hono/body-limit";
import { createMiddleware } from "hono/factory";
import { fail } from "./fail.ts";

/** A request body's bound. Imports are sent in batches below it. */
const maxBodyBytes = 1_000_000;

const counted = bodyLimit({
  maxSize: maxBodyBytes,
  onError: (c) => fail(c, 413, "request.too_large", `A request may have ${maxBodyBytes / 1_000_000} MB at most. Send it in parts.`),
});

/** Refuses bodies over 1 MB. Counting costs a tenth of a request, so a length that is told is taken at its word: Node holds it to that. */
export const limitBody = createMiddleware((c, next) => {
  const length = c.req.header("content-length");
  const isSmall = length !== undefined && Number(length) <= maxBodyBytes && c.req.header("transfer-encoding") === undefined;
  return isSmall || c.req.method === "GET" ? next() : counted(c, next);
});
