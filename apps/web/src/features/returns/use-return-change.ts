import { isUnclear } from "../../lib/api-error.ts";
import { randomKey } from "../../lib/random-key.ts";
import { trpc } from "../../lib/trpc.ts";
import { useState } from "react";
import type { OrderAccess } from "./queries.ts";

/**
 * What asking for a return and calling it off share: the list is read anew, and the key stays the same until there is an
 * answer, so that a second click or a lost answer has no second effect.
 */
export function useReturnChange(access: OrderAccess) {
  const utils = trpc.useUtils();
  const [idempotencyKey, setKey] = useState(randomKey);
  return {
    idempotencyKey,
    onSuccess: () => {
      setKey(randomKey());
      return utils.returns.ofOrder.invalidate({ access });
    },
    onError: (error: unknown) => {
      if (!isUnclear(error)) setKey(randomKey());
    },
  };
}
