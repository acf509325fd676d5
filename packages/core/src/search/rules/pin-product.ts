import { requirePermission, type Context } from "../../kernel/index.ts";
import { changeRules } from "./change-rules.ts";
import type { PinProductInput } from "./schemas.ts";
import { setPin } from "./set-pin.ts";
import type { PinView } from "./views.ts";

/**
 * The query shows the product at this place from now on, whatever its words are; a product that was pinned or hidden
 * before is moved. Errors: `product.not_found`, `search.no_words`, `search.place_taken`, `search.too_many_rules`, `access.*`.
 */
export async function pinProduct(ctx: Context, input: PinProductInput): Promise<PinView> {
  requirePermission(ctx, "search.write");
  return changeRules(ctx, { procedure: "search.pinProduct", body: input }, (ctx) => setPin(ctx, input));
}
