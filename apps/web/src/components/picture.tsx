import { classNames } from "../lib/class-names.ts";
import { FallibleImage } from "./fallible-image.tsx";

interface PictureProps {
  /** Null is a soft empty ground. */
  image: { url: string; thumbnailUrl: string; alt: string } | null;
  /** How wide it is shown, as in an img's `sizes`. */
  sizes: string;
  isEager?: boolean;
  className?: string;
}

const thumbnailPixels = 480;
const fullPixels = 1_600;

export function Picture({ image, sizes, isEager = false, className }: PictureProps) {
  return (
    <span className={classNames("picture block aspect-square overflow-hidden rounded-sm bg-ground", className)}>
      {image && (
        <FallibleImage
          key={image.url}
          src={image.thumbnailUrl}
          srcSet={`${image.thumbnailUrl} ${thumbnailPixels}w, ${image.url} ${fullPixels}w`}
          sizes={sizes}
          alt={image.alt}
          width={fullPixels}
          height={fullPixels}
          loading={isEager ? "eager" : "lazy"}
          fetchPriority={isEager ? "high" : "auto"}
          decoding="async"
          className="size-full object-cover"
        />
      )}
    </span>
  );
}

/** One small picture, as beside a line of a cart. */
export function Thumbnail({ url, className }: { url: string | null; className?: string }) {
  return (
    <span className={classNames("picture block aspect-square overflow-hidden rounded-sm bg-ground", className)}>
      {url && <FallibleImage key={url} src={url} alt="" width={480} height={480} loading="lazy" decoding="async" className="size-full object-cover" />}
    </span>
  );
}
