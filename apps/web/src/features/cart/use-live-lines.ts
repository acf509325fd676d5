import { useLiveStock } from "../../lib/live-stock.ts";
import { trpc } from "../../lib/trpc.ts";
import { useEffect, useRef } from "react";
import type { CartLineView } from "./use-cart.ts";

const noLines: readonly CartLineView[] = [];

/** Fetches the cart anew when the stock of something in it changes: only the server knows what that means for this buyer. */
export function useLiveLines(lines: readonly CartLineView[] = noLines): void {
  const utils = trpc.useUtils();
  const live = useLiveStock(lines.map(({ variantId }) => variantId));
  const heard = useRef(new Map<string, number>());
  useEffect(() => {
    let isNews = false;
    for (const { variantId, available } of lines) {
      const now = live.get(variantId);
      if (now === undefined) continue;
      isNews ||= now !== (heard.current.get(variantId) ?? available);
      heard.current.set(variantId, now);
    }
    if (isNews) void utils.cart.get.invalidate();
  }, [live, lines, utils]);
}
