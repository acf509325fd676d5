import { useEffect, useRef, useState, type ComponentProps } from "react";
import { LarkMark } from "./icons.tsx";

/** A picture that may not be there, as those of an import that are only known by their address: then the shop's mark stands in. */
export function FallibleImage({ alt, ...rest }: ComponentProps<"img"> & { alt: string }) {
  const image = useRef<HTMLImageElement>(null);
  const [isMissing, setMissing] = useState(false);
  // What failed before the page was alive fires no event any more.
  useEffect(() => {
    if (image.current?.complete && image.current.naturalWidth === 0) setMissing(true);
  }, []);
  if (!isMissing) return <img ref={image} alt={alt} {...rest} onError={() => setMissing(true)} />;
  return (
    <span role={alt ? "img" : undefined} aria-label={alt || undefined} className="grid size-full place-items-center text-soft">
      <LarkMark />
    </span>
  );
}
