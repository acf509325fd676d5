import { accountsRouter } from "./routers/accounts.ts";
import { auditRouter } from "./routers/audit.ts";
import { cartRouter } from "./routers/cart.ts";
import { catalogRouter } from "./routers/catalog.ts";
import { checkoutRouter } from "./routers/checkout.ts";
import { deviceRouter } from "./routers/device.ts";
import { customersRouter } from "./routers/customers.ts";
import { eventsRouter } from "./routers/events.ts";
import { inventoryRouter } from "./routers/inventory.ts";
import { mailRouter } from "./routers/mail.ts";
import { oauthRouter } from "./routers/oauth.ts";
import { ordersRouter } from "./routers/orders.ts";
import { returnsRouter } from "./routers/returns.ts";
import { promotionsRouter } from "./routers/promotions.ts";
import { searchRouter } from "./routers/search.ts";
import { secondFactorRouter } from "./routers/second-factor.ts";
import { shippingRouter } from "./routers/shipping.ts";
import { shopRouter } from "./routers/shop.ts";
import { staffRouter } from "./routers/staff.ts";
import { systemRouter } from "./routers/system.ts";
import { taxRouter } from "./routers/tax.ts";
import { tokensRouter } from "./routers/tokens.ts";
import { mergeRouters, router } from "./trpc.ts";

export const appRouter = router({
  accounts: mergeRouters(accountsRouter, router({ device: deviceRouter, secondFactor: secondFactorRouter, oauth: oauthRouter })),
  audit: auditRouter,
  cart: cartRouter,
  catalog: catalogRouter,
  checkout: checkoutRouter,
  customers: customersRouter,
  events: eventsRouter,
  inventory: inventoryRouter,
  mail: mailRouter,
  orders: ordersRouter,
  returns: returnsRouter,
  promotions: promotionsRouter,
  search: searchRouter,
  shipping: shippingRouter,
  shop: shopRouter,
  staff: staffRouter,
  system: systemRouter,
  tax: taxRouter,
  tokens: tokensRouter,
});

/** The one type from the tables to the button and the command. */
export type AppRouter = typeof appRouter;
