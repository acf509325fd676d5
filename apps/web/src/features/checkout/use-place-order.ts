import { checkoutReasons } from "@cartwright/core/checkout/schemas";
import { isUnclear, readError, type ApiError } from "../../lib/api-error.ts";
import { randomKey } from "../../lib/random-key.ts";
import { trpc } from "../../lib/trpc.ts";
import { forgetDrafts } from "../../lib/use-draft.ts";
import { useCallback, useEffect, useRef, useState } from "react";
import { forgetTry, keepTry, readTry, type PlaceTry } from "./kept-try.ts";

export type Placing =
  | { kind: "idle" }
  /** `isRepeated`: the same try is asked about again. */
  | { kind: "asking"; isRepeated: boolean }
  /** Nobody knows yet; only asking again with the same key is safe. */
  | { kind: "unclear"; error: ApiError }
  | { kind: "refused"; error: ApiError };

const stillOpen: readonly string[] = [checkoutReasons.paymentUnclear, checkoutReasons.inProgress];

/**
 * Places the order once, whatever happens on the way: each try has a key of its own, which is kept until its
 * answer is known. A double click, a reload and a lost answer all end at the same order.
 */
export function usePlaceOrder(onPlaced: (accessToken: string) => Promise<void>) {
  const [placing, setPlacing] = useState<Placing>({ kind: "idle" });
  const isAsking = useRef(false);
  const utils = trpc.useUtils();
  const { mutateAsync } = trpc.checkout.place.useMutation();

  const ask = useCallback(
    async (order: PlaceTry, isRepeated: boolean) => {
      if (isAsking.current) return;
      isAsking.current = true;
      setPlacing({ kind: "asking", isRepeated });
      keepTry(order);
      try {
        const { accessToken } = await mutateAsync(order);
        forgetTry();
        forgetDrafts("checkout.");
        await onPlaced(accessToken);
        // Another page is shown by now: nothing here sees its cart vanish.
        await Promise.all([utils.cart.get.invalidate(), utils.checkout.get.reset()]);
      } catch (error) {
        const told = readError(error);
        if (isUnclear(error) || stillOpen.includes(told.reason)) {
          setPlacing({ kind: "unclear", error: told });
        } else {
          forgetTry();
          setPlacing({ kind: "refused", error: told });
          void utils.cart.get.invalidate();
          void utils.checkout.get.invalidate();
        }
      } finally {
        isAsking.current = false;
      }
    },
    [mutateAsync, onPlaced, utils],
  );

  useEffect(() => {
    const kept = readTry();
    if (kept) void ask(kept, true);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once, after a reload: later tries are the buyer's
  }, []);

  const place = useCallback((order: Omit<PlaceTry, "idempotencyKey">) => void ask({ ...order, idempotencyKey: randomKey() }, false), [ask]);
  const askAgain = useCallback(() => {
    const kept = readTry();
    if (kept) void ask(kept, true);
  }, [ask]);
  return { placing, place, askAgain };
}
