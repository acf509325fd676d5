import { Picture, Thumbnail } from "../../components/picture.tsx";
import { classNames } from "../../lib/class-names.ts";
import { useState, type MouseEvent } from "react";
import type { ProductView, VariantView } from "./choose-variant.ts";

/** One large picture and the others to choose from. Without JavaScript the small ones open the large ones. */
export function ProductGallery({ product: { images, title }, variant }: { product: ProductView; variant: VariantView }) {
  const [chosenId, setChosenId] = useState(variant.imageId);
  const shown = images.find((image) => image.id === chosenId) ?? images[0] ?? null;
  const choose = (event: MouseEvent, id: string) => {
    event.preventDefault();
    setChosenId(id);
  };
  return (
    <section aria-label={`Pictures of ${title}`} className="space-y-3">
      <Picture image={shown} sizes="(min-width: 64rem) 42rem, 100vw" isEager />
      {images.length > 1 && (
        <ul className="grid grid-cols-5 gap-3 sm:grid-cols-7">
          {images.map((image, index) => (
            <li key={image.id}>
              <a
                href={image.url}
                aria-label={`Picture ${index + 1}: ${image.alt || title}`}
                aria-current={image.id === shown?.id}
                onClick={(event) => choose(event, image.id)}
                className={classNames("block rounded-sm", image.id === shown?.id ? "ring-2 ring-ink ring-offset-2 ring-offset-paper" : "opacity-80 hover:opacity-100")}
              >
                <Thumbnail url={image.thumbnailUrl} />
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
