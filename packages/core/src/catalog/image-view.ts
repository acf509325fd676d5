import { media, productImages } from "@cartwright/db";
import { mediaUrl } from "../media/index.ts";
import type { ImageView } from "./views.ts";

/** What a statement that joins `media` selects of a picture. */
export const imageColumns = {
  imageId: productImages.id,
  imageHash: media.hash,
  imageSource: productImages.sourceUrl,
  imageAlt: productImages.alt,
  imageWidth: media.width,
  imageHeight: media.height,
};

export interface ImageRow {
  imageId: string | null;
  imageHash: string | null;
  imageSource: string | null;
  imageAlt: string | null;
  imageWidth: number | null;
  imageHeight: number | null;
}

/** A picture that is not in the media store shows at the address it came from. */
export function imageView(row: ImageRow): ImageView | null {
  if (row.imageId === null) return null;
  const { imageHash: hash, imageSource } = row;
  const source = imageSource ?? "";
  return {
    id: row.imageId,
    url: hash ? mediaUrl(hash, "full") : source,
    thumbnailUrl: hash ? mediaUrl(hash, "thumbnail") : source,
    alt: row.imageAlt ?? "",
    width: row.imageWidth,
    height: row.imageHeight,
  };
}
