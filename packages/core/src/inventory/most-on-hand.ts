import { DomainError } from "../kernel/index.ts";

/** Units that one level can have on hand: far below what the column holds, so that no sum with it runs over. */
export const mostOnHand = 1_000_000_000;

/** What a receipt, a correction or a count that would bring a level beyond that is refused with. */
export function tooManyOnHand(variantId: string, field: string): DomainError {
  return new DomainError("invalid", "inventory.too_many_on_hand", `A location holds up to ${mostOnHand} units of one variant. Is there a digit too many?`, {
    field,
    variantId,
    most: mostOnHand,
  });
}
