import { price } from "../../lib/money.ts";
import { Link } from "@tanstack/react-router";
import type { ProductView } from "./choose-variant.ts";

/** The variants as plain links: what the option pickers are without JavaScript. */
export function VariantList({ product: { slug, variants } }: { product: ProductView }) {
  return (
    <noscript>
      <ul className="space-y-1 text-sm">
        {variants.map((variant) => (
          <li key={variant.id}>
            <Link to="/products/$slug" params={{ slug }} search={{ variant: variant.id }} className="link">
              {variant.title}
            </Link>
            {`, ${price(variant.price)}${variant.available > 0 ? "" : ", sold out"}`}
          </li>
        ))}
      </ul>
    </noscript>
  );
}
