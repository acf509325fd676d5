import { addCartLine } from "../cart/index.ts";
import { placeOrder } from "../checkout/index.ts";
import type { PlaceOrderInput } from "../checkout/schemas.ts";
import type { Actor } from "../kernel/index.ts";
import { getOrderByToken } from "../orders/index.ts";
import { placeInput, readyCheckout } from "./checkout.ts";
import { aGuest, as, type TestContext } from "./make-context.ts";
import { createSellable, type SellableFacts } from "./sellable.ts";

export interface PlacedFacts {
  /** One line each: how many, and of what. Three mugs for 12.50 unless the test says otherwise. */
  lines?: (SellableFacts & { quantity: number })[];
  buyer?: Actor;
  place?: Partial<PlaceOrderInput>;
}

/** An order that somebody has just placed, with a shipping of 4.90. */
export async function createPlacedOrder(system: TestContext, { lines = [{ quantity: 3 }], buyer: actor = aGuest(), place = {} }: PlacedFacts = {}) {
  const buyer = as(system, actor);
  const variantIds: string[] = [];
  for (const { quantity, ...facts } of lines) {
    const { variantId } = await createSellable(system, facts);
    if (variantIds.length === 0) await readyCheckout(buyer, variantId, quantity);
    else await addCartLine(buyer, { variantId, quantity });
    variantIds.push(variantId);
  }
  const placed = await placeOrder(buyer, await placeInput(buyer, place));
  const view = await getOrderByToken(buyer, { token: placed.accessToken });
  const lineIds = variantIds.map((variantId) => view.lines.find((line) => line.variantId === variantId)?.id ?? "");
  return { ...placed, order: String(placed.orderNumber), access: { token: placed.accessToken }, buyer, variantIds, lineIds };
}
