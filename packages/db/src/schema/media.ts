import { integer, table, text, timestamp, uniqueIndex } from "../columns.ts";

/** A stored picture, named by the hash of its bytes. */
export const media = table(
  "media",
  {
    id: text("id").primaryKey(),
    hash: text("hash").notNull(),
    mimeType: text("mime_type").notNull(),
    width: integer("width").notNull(),
    height: integer("height").notNull(),
    sizeBytes: integer("size_bytes").notNull(),
    createdAt: timestamp("created_at").notNull(),
  },
  (t) => [uniqueIndex("media_hash").on(t.hash)],
);
