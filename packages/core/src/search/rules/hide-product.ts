import { requirePermission, type Context } from "../../kernel/index.ts";
import { changeRules } from "./change-rules.ts";
import type { HideProductInput } from "./schemas.ts";
import { setPin } from "./set-pin.ts";
import type { PinView } from "./views.ts";

/** The query never shows the product from now on. Errors: `product.not_found`, `search.no_words`, `search.too_many_rules`, `access.*`. */
export async function hideProduct(ctx: Context, input: HideProductInput): Promise<PinView> {
  requirePermission(ctx, "search.write");
  return changeRules(ctx, { procedure: "search.hideProduct", body: input }, (ctx) => setPin(ctx, { ...input, position: null }));
}
