export type MediaSize = "full" | "thumbnail";

/** The width a thumbnail is cut down to, in pixels. */
export const thumbnailWidth = 480;

/** What a stored picture is called in the media store. */
export function mediaName(hash: string, size: MediaSize): string {
  return size === "full" ? `${hash}.webp` : `${hash}-${thumbnailWidth}.webp`;
}

/** Where browsers find a stored picture. */
export function mediaUrl(hash: string, size: MediaSize): string {
  return `/media/${mediaName(hash, size)}`;
}
