import { trpc } from "../../lib/trpc.ts";
import { useCallback, useEffect, useRef, useState } from "react";
import type { CheckoutView } from "./use-checkout.ts";

export type Hold =
  /** Nothing is held, or nobody has asked yet. */
  | { kind: "none" }
  | { kind: "held"; until: Date }
  /** It ran out while the page was open. */
  | { kind: "ran_out"; take: () => void; isTaking: boolean };

/** Extended when the buyer does something, but no more often than this. */
const extendEveryMilliseconds = 60_000;

/**
 * Holds what the cart wants when the checkout opens, and extends it while the buyer is at it. What has run out is not
 * taken again behind the buyer's back. While an order is being placed its own hold counts, and nothing is asked here.
 */
export function useHold(checkout: CheckoutView | undefined, { isPlacing }: { isPlacing: boolean }): Hold {
  const { end, take, extend, isTaking } = useTakeHold(checkout, isPlacing);
  const hasLines = (checkout?.cart.lines.length ?? 0) > 0;
  const hasRunOut = useIsPast(end);

  useEffect(() => {
    if (hasLines) take();
  }, [hasLines, take]);

  const isHeld = end !== null && !hasRunOut;
  useEffect(() => {
    if (!isHeld) return undefined;
    for (const event of activities) addEventListener(event, extend, { passive: true });
    return () => {
      for (const event of activities) removeEventListener(event, extend);
    };
  }, [isHeld, extend]);

  if (end === null || !hasLines || isPlacing) return { kind: "none" };
  return hasRunOut ? { kind: "ran_out", take, isTaking } : { kind: "held", until: end };
}

const activities = ["pointerdown", "keydown"] as const;

interface Told {
  /** As the server says it: another one is another hold. */
  heldUntil: string | null;
  /** The same by the clock of this device, which may be wrong. */
  end: Date | null;
}

/** The call, and the end it told last: null before the browser has asked, so that the server's page says nothing. */
function useTakeHold(checkout: CheckoutView | undefined, isPlacing: boolean) {
  const utils = trpc.useUtils();
  const [told, setTold] = useState<Told | null>(null);
  const lastAsked = useRef(0);
  const placing = useRef(isPlacing);
  useEffect(() => {
    placing.current = isPlacing;
  }, [isPlacing]);
  const { mutate, isPending } = trpc.checkout.hold.useMutation({
    scope: { id: "cart" },
    onSuccess: (held) => {
      // An order has been begun meanwhile: what this says of the cart is old news.
      if (placing.current) return;
      setTold(toldBy(held));
      utils.checkout.get.setData(undefined, held);
      utils.cart.get.setData(undefined, held.cart);
    },
  });
  // After a decline the cart holds anew. Once it has run out the server tells no end any more, and the last one counts.
  if (told && checkout?.heldUntil && checkout.heldUntil !== told.heldUntil) setTold(toldBy(checkout));
  const take = useCallback(() => {
    if (placing.current) return;
    lastAsked.current = Date.now();
    mutate({});
  }, [mutate]);
  const extend = useCallback(() => {
    if (Date.now() - lastAsked.current > extendEveryMilliseconds) take();
  }, [take]);
  return { end: told?.end ?? null, take, extend, isTaking: isPending };
}

function toldBy({ heldUntil, heldSeconds }: CheckoutView): Told {
  return { heldUntil, end: heldSeconds === null ? null : new Date(Date.now() + heldSeconds * 1_000) };
}

/** Whether a moment is over, found out when it comes. */
function useIsPast(moment: Date | null): boolean {
  const [past, setPast] = useState<Date | null>(null);
  useEffect(() => {
    if (moment === null) return undefined;
    const timer = setTimeout(() => setPast(moment), Math.max(0, moment.getTime() - Date.now()));
    return () => clearTimeout(timer);
  }, [moment]);
  return moment !== null && past === moment;
}
