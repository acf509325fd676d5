import { describeShop } from "../describe-shop.ts";
import { router, shopper } from "../trpc.ts";

export const shopRouter = router({
  /** Name, currency, countries and ways to pay. */
  get: shopper.query(({ ctx }) => describeShop(ctx)),
});
