import { media } from "@cartwright/db";
import { eq } from "drizzle-orm";
import { createHash } from "node:crypto";
import sharp from "sharp";
import { DomainError, newId, requireNoTransaction, requirePermission, type Context } from "../kernel/index.ts";
import { mediaName, mediaUrl, thumbnailWidth } from "./media-url.ts";
import type { MediaView } from "./views.ts";

const fullWidth = 1_600;
const maxBytes = 20_000_000;
const maxPixels = 60_000_000;
/** Of 6: above, files shrink by a few per cent and take twice as long. */
const effort = 2;
const formats = new Set(["jpeg", "png", "webp", "gif", "svg", "tiff", "heif"]);

/**
 * Keeps a picture as WebP, at most 1,600 px wide, beside one of 480 px. Named by the hash of what was given, so
 * the same picture is kept once. Call it outside a transaction: it writes to the store.
 * Errors: `media.not_an_image`, `media.too_large`, `access.*`.
 */
export async function storeImage(ctx: Context, bytes: Uint8Array): Promise<MediaView> {
  requirePermission(ctx, "catalog.write");
  requireNoTransaction("The media store");
  if (bytes.byteLength > maxBytes) {
    throw new DomainError("invalid", "media.too_large", `A picture may have ${maxBytes / 1_000_000} MB at most.`, { maxBytes });
  }
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 40);
  const known = await findMedia(ctx, hash);
  if (known) return known;

  const [full, thumbnail] = await encode(bytes);
  await ctx.ports.media.put(mediaName(hash, "full"), full.data, "image/webp");
  await ctx.ports.media.put(mediaName(hash, "thumbnail"), thumbnail.data, "image/webp");
  const { width, height } = full.info;
  await ctx.db
    .insert(media)
    .values({
      id: newId("med"),
      hash,
      mimeType: "image/webp",
      width,
      height,
      sizeBytes: full.data.byteLength,
      createdAt: ctx.clock.now(),
    })
    .onConflictDoNothing();
  const stored = await findMedia(ctx, hash);
  if (!stored) throw new Error(`media ${hash} is gone right after it was stored`);
  return stored;
}

async function findMedia(ctx: Context, hash: string): Promise<MediaView | null> {
  const [row] = await ctx.db.select().from(media).where(eq(media.hash, hash));
  if (!row) return null;
  const { id, width, height } = row;
  return { id, hash, url: mediaUrl(hash, "full"), thumbnailUrl: mediaUrl(hash, "thumbnail"), width, height };
}

async function encode(bytes: Uint8Array) {
  try {
    const image = sharp(bytes, { limitInputPixels: maxPixels });
    const { format } = await image.metadata();
    if (!formats.has(format)) throw new Error(`${format} is not a picture format we take`);
    // Read once: drawing a vector picture anew for each size would take longer than the encoding.
    const { data, info } = await image
      .autoOrient()
      .resize({ width: fullWidth, withoutEnlargement: true })
      .raw()
      .toBuffer({ resolveWithObject: true });
    const raw = { width: info.width, height: info.height, channels: info.channels };
    const pixels = sharp(data, { raw });
    return await Promise.all([
      pixels.clone().webp({ quality: 82, effort }).toBuffer({ resolveWithObject: true }),
      pixels.clone().resize({ width: thumbnailWidth, withoutEnlargement: true }).webp({ quality: 78, effort }).toBuffer({ resolveWithObject: true }),
    ]);
  } catch (cause) {
    throw new DomainError("invalid", "media.not_an_image", "This file is not a picture that can be read.", {}, { cause });
  }
}
