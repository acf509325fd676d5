import { Notice } from "../../components/notice.tsx";
import { Thumbnail } from "../../components/picture.tsx";
import { Price } from "../../components/price.tsx";
import { QuantityStepper } from "../../components/quantity-stepper.tsx";
import { price } from "../../lib/money.ts";
import { trpc } from "../../lib/trpc.ts";
import { Link } from "@tanstack/react-router";
import { cartProblem } from "./cart-problem.ts";
import { useCartChange, type CartLineView } from "./use-cart.ts";

interface CartLineProps {
  line: CartLineView;
  isRemoving: boolean;
  onRemove: () => void;
}

export function CartLine({ line, isRemoving, onRemove }: CartLineProps) {
  const change = useCartChange();
  const update = trpc.cart.updateLine.useMutation(change);
  const { id, productSlug, productTitle, variantTitle, variantId, imageUrl, quantity, available, isForSale } = line;
  const title = productTitle || "Something that is gone";
  const isTooMany = isForSale && quantity > available;
  return (
    <li className="grid grid-cols-[5.5rem_1fr] gap-x-5 gap-y-3 py-6 sm:grid-cols-[8rem_1fr_auto]">
      <Thumbnail url={imageUrl} className={isForSale ? "" : "opacity-50"} />
      <div className="min-w-0 space-y-1">
        <h2 className="text-lg leading-snug">
          {isForSale ? (
            <Link to="/products/$slug" params={{ slug: productSlug }} search={{ variant: variantId }} className="underline-offset-4 hover:underline">
              {title}
            </Link>
          ) : (
            title
          )}
        </h2>
        {variantTitle && <p className="text-sm text-soft">{variantTitle}</p>}
        <p className="text-sm">
          <Price amount={line.unitPrice} compareAt={line.compareAt} />
        </p>
        <div className="flex flex-wrap items-center gap-x-5 gap-y-2 pt-2">
          {isForSale && (
            <QuantityStepper
              label={`Quantity of ${title}`}
              value={quantity}
              max={Math.max(available, quantity)}
              isPending={update.isPending}
              onChange={(wanted) => update.mutate({ lineId: id, quantity: wanted })}
            />
          )}
          <button type="button" aria-disabled={isRemoving} onClick={onRemove} className="link min-h-11 text-sm text-soft hover:text-ink">
            {isRemoving ? "Removing …" : "Remove"}
            <span className="sr-only"> {title}</span>
          </button>
        </div>
        {update.isError && (
          <Notice tone="warn" isAlert className="mt-2">
            {cartProblem(update.error)}
          </Notice>
        )}
        {/* Always there, so that what others buy is said when it happens. */}
        <div aria-live="polite">
          {isTooMany && (
            <Notice tone="warn" className="mt-2">
              {available > 0 ? `Only ${available} left. ` : "Sold out. "}
              {available > 0 && (
                <button type="button" className="link font-medium" onClick={() => update.mutate({ lineId: id, quantity: available })}>
                  Take {available} then
                </button>
              )}
            </Notice>
          )}
        </div>
      </div>
      <p className="figures col-start-2 font-medium sm:col-start-3 sm:text-right">{isForSale ? price(line.total) : "–"}</p>
    </li>
  );
}
