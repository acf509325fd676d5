import { accountsRouter } from "./routers/accounts.ts";
import { cartRouter } from "./routers/cart.ts";
import { catalogRouter } from "./routers/catalog.ts";
import { checkoutRouter } from "./routers/checkout.ts";
import { eventsRouter } from "./routers/events.ts";
import { inventoryRouter } from "./routers/inventory.ts";
import { ordersRouter } from "./routers/orders.ts";
import { returnsRouter } from "./routers/returns.ts";
import { promotionsRouter } from "./routers/promotions.ts";
import { searchRouter } from "./routers/search.ts";
import { shippingRouter } from "./routers/shipping.ts";
import { shopRouter } from "./routers/shop.ts";
import { systemRouter } from "./routers/system.ts";
import { taxRouter } from "./routers/tax.ts";
import { router } from "./trpc.ts";

export const appRouter = router({
  accounts: accountsRouter,
  cart: cartRouter,
  catalog: catalogRouter,
  checkout: checkoutRouter,
  events: eventsRouter,
  inventory: inventoryRouter,
  orders: ordersRouter,
  returns: returnsRouter,
  promotions: promotionsRouter,
  search: searchRouter,
  shipping: shippingRouter,
  shop: shopRouter,
  system: systemRouter,
  tax: taxRouter,
});

/** The one type from the tables to the button and the command. */
export type AppRouter = typeof appRouter;
