import { Thumbnail } from "../../components/picture.tsx";
import { price } from "../../lib/money.ts";
import { Link } from "@tanstack/react-router";
import type { OrderView } from "./order-details.tsx";

export function OrderLines({ lines }: { lines: OrderView["lines"] }) {
  return (
    <ul aria-label="What was ordered" className="divide-y divide-line border-b border-line">
      {lines.map((line) => (
        <li key={line.id} className="grid grid-cols-[4.5rem_1fr_auto] gap-4 pb-5 not-first:pt-5">
          <Thumbnail url={line.imageUrl} />
          <div className="min-w-0 text-sm">
            <h2 className="text-lg leading-snug">
              <Link to="/products/$slug" params={{ slug: line.productSlug }} className="underline-offset-4 hover:underline">
                {line.productTitle}
              </Link>
            </h2>
            {line.variantTitle && <p className="text-soft">{line.variantTitle}</p>}
            <p className="figures text-soft">
              {line.quantity} × {price(line.unitPrice)}
              {line.quantityCancelled > 0 && `, ${line.quantityCancelled} cancelled`}
              {line.quantityReturned > 0 && `, ${line.quantityReturned} sent back`}
            </p>
          </div>
          <p className="figures text-sm font-medium">{price(line.total)}</p>
        </li>
      ))}
    </ul>
  );
}
