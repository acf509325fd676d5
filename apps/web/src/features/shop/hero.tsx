import { buttonClass } from "../../components/button-look.ts";
import { Picture } from "../../components/picture.tsx";
import { Price } from "../../components/price.tsx";
import type { Money } from "../../lib/money.ts";
import { Link } from "@tanstack/react-router";

interface HeroProps {
  /** What people come back for. */
  product: {
    slug: string;
    title: string;
    image: { url: string; thumbnailUrl: string; alt: string } | null;
    priceFrom: Money | null;
    hasPriceRange: boolean;
  } | null;
}

export function Hero({ product }: HeroProps) {
  return (
    <section aria-label="Welcome" className="grid items-end gap-x-14 gap-y-10 lg:grid-cols-[1.2fr_1fr]">
      <div className="space-y-6 lg:pb-10">
        <h1 className="text-display">
          Things that do <em className="font-normal">one</em> job well, and then sit quietly on the shelf.
        </h1>
        <p className="max-w-[46ch] text-lg text-soft">
          We sell goods for house, table and garden. There are not very many of them. Each was used at home for a season first, and the ones that
          annoyed us were sent back.
        </p>
        <p className="flex flex-wrap gap-3 pt-2">
          <Link to="/products" className={buttonClass({})}>
            See everything
          </Link>
          <a href="#contents" className={buttonClass({ look: "quiet" })}>
            Contents
          </a>
        </p>
      </div>
      {product && (
        <figure className="group relative">
          <Picture image={product.image} sizes="(min-width: 64rem) 36rem, 100vw" isEager />
          <figcaption className="mt-3 flex items-baseline justify-between gap-4 text-sm">
            <span>
              <span className="text-soft">What goes most: </span>
              <Link to="/products/$slug" params={{ slug: product.slug }} className="underline-offset-4 group-hover:underline after:absolute after:inset-0">
                {product.title}
              </Link>
            </span>
            {product.priceFrom && <Price amount={product.priceFrom} isFrom={product.hasPriceRange} />}
          </figcaption>
        </figure>
      )}
    </section>
  );
}
