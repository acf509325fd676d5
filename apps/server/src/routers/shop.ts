import { getShopSettings } from "@cartwright/core/shop";
import { UpdateShopInput } from "@cartwright/core/shop/schemas";
import { changeShop } from "../change-shop.ts";
import { describeShop } from "../describe-shop.ts";
import { router, shopper, staffWith } from "../trpc.ts";

export const shopRouter = router({
  /** Name, currency, countries and ways to pay. */
  get: shopper.query(({ ctx }) => describeShop(ctx)),
  /** Everything the shop has chosen. Errors: `access.*`. */
  getSettings: staffWith("settings.read").query(({ ctx }) => getShopSettings(ctx.core)),
  /** Changes what is given. Errors: `shop.currency_in_use`, `shop.home_not_served`, `access.*`. */
  update: staffWith("settings.write").input(UpdateShopInput).mutation(({ ctx, input }) => changeShop(ctx, input)),
});
