import { Thumbnail } from "../../components/picture.tsx";
import { Totals } from "../../components/totals.tsx";
import { price } from "../../lib/money.ts";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { HoldNote } from "./hold-note.tsx";
import type { CheckoutView } from "./use-checkout.ts";
import type { Hold } from "./use-hold.ts";

interface CheckoutSummaryProps {
  checkout: CheckoutView;
  hold: Hold;
  /** Where codes are entered. */
  coupon: ReactNode;
}

/** What is being bought, and what it comes to. On small screens the lines fold away. */
export function CheckoutSummary({ checkout: { cart, totals, shippingMethod }, hold, coupon }: CheckoutSummaryProps) {
  return (
    <aside aria-label="Your order" className="space-y-6 rounded-md bg-ground p-6 lg:sticky lg:top-8">
      <div className="flex items-baseline justify-between">
        <h2 className="text-xl">Your order</h2>
        <Link to="/cart" className="link text-sm">
          Change it
        </Link>
      </div>
      <details className="lg:hidden">
        <summary className="link text-sm">{cart.quantity === 1 ? "1 thing" : `${cart.quantity} things`}</summary>
        <SummaryLines lines={cart.lines} />
      </details>
      <div className="max-lg:hidden">
        <SummaryLines lines={cart.lines} />
      </div>
      {coupon}
      <Totals totals={totals} isShippingKnown={shippingMethod !== null} />
      <HoldNote hold={hold} />
    </aside>
  );
}

function SummaryLines({ lines }: { lines: CheckoutView["cart"]["lines"] }) {
  return (
    <ul className="space-y-4 text-sm max-lg:pt-4">
      {lines.map((line) => (
        <li key={line.id} className="grid grid-cols-[3.25rem_1fr_auto] gap-3">
          <Thumbnail url={line.imageUrl} className="bg-sheet" />
          <div className="min-w-0">
            <p className="figures leading-snug font-medium">
              {line.quantity > 1 && `${line.quantity} × `}
              {line.productTitle}
            </p>
            {line.variantTitle && <p className="text-soft">{line.variantTitle}</p>}
          </div>
          <p className="figures">{price(line.total)}</p>
        </li>
      ))}
    </ul>
  );
}
