import type { MediaStore } from "@cartwright/core/media";
import { Hono } from "hono";

/** Stored pictures. Their names are hashes of their bytes, so a browser may keep them for good. */
export function mediaFiles(store: MediaStore): Hono {
  const app = new Hono();
  app.get("/:name", async (c) => {
    const file = await store.get(c.req.param("name"));
    if (!file) return c.notFound();
    c.header("content-type", file.mimeType);
    c.header("cache-control", "public, max-age=31536000, immutable");
    return c.body(new Uint8Array(file.bytes));
  });
  return app;
}
