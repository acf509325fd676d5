import type { MediaStore } from "@cartwright/core/media";
import { Hono } from "hono";

/** Stored pictures. Their names are hashes of their bytes, so a browser may keep them for good. */
export function mediaFiles(store: MediaStore): Hono {
  const app = new Hono();
  app.get("/:name", async (c) => {
    const file = await store.get(c.req.param("name"));
    if (!file) return c.notFound();
    c.header("content-type", file.mimeType);
    // Mails and other sites may show pictures; opened by itself, one does nothing.
    c.header("cross-origin-resource-policy", "cross-origin");
    c.header("content-security-policy", "default-src 'none'; base-uri 'none'; sandbox; frame-ancestors 'none'");
    c.header("cache-control", "public, max-age=31536000, immutable");
    return c.body(new Uint8Array(file.bytes));
  });
  return app;
}
