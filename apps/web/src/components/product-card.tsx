import type { Outputs } from "../lib/trpc.ts";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Picture } from "./picture.tsx";
import { Price } from "./price.tsx";

export type ProductCardView = Outputs["catalog"]["listProducts"]["items"][number];

interface ProductCardProps {
  product: ProductCardView;
  /** Near the top of the page. */
  isEager?: boolean;
  headingLevel?: "h2" | "h3";
  /** In place of its plain title, as with what was searched for marked. */
  heading?: ReactNode;
  /** Said to whoever counts when it is opened. */
  onOpen?: () => void;
  children?: ReactNode;
}

export function ProductCard({ product, isEager = false, headingLevel: Heading = "h3", heading, onOpen, children }: ProductCardProps) {
  const { title, slug, brand, image, priceFrom, hasPriceRange, compareAt, isInStock } = product;
  return (
    <article className="group relative">
      <Picture
        // The title beside it says the same.
        image={image && { ...image, alt: "" }}
        isEager={isEager}
        sizes="(min-width: 80rem) 18rem, (min-width: 40rem) 30vw, 45vw"
        className={isInStock ? "" : "opacity-60"}
      />
      <div className="mt-3 flex flex-col gap-0.5">
        {brand && <p className="order-first text-xs text-soft">{brand.name}</p>}
        <Heading className="text-lg leading-snug">
          <Link
            to="/products/$slug"
            params={{ slug }}
            onClick={onOpen}
            onAuxClick={(event) => event.button === 1 && onOpen?.()}
            className="decoration-1 underline-offset-4 group-hover:underline after:absolute after:inset-0"
          >
            {heading ?? title}
          </Link>
        </Heading>
        <p className="text-sm">
          {priceFrom && <Price amount={priceFrom} compareAt={compareAt} isFrom={hasPriceRange} />}
          {!isInStock && <span className="text-soft"> · sold out</span>}
        </p>
        {children}
      </div>
    </article>
  );
}
