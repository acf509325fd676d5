import {
  cancelOrder,
  deliverOrder,
  getMyOrder,
  getOrder,
  getOrderByToken,
  listMyOrders,
  listOrders,
  lookUpOrder,
  shipOrder,
} from "@cartwright/core/orders";
import {
  CancelOrderInput,
  DeliverOrderInput,
  GetOrderByTokenInput,
  GetOrderInput,
  ListMyOrdersInput,
  ListOrdersInput,
  LookUpOrderInput,
  ShipOrderInput,
} from "@cartwright/core/orders/schemas";
import { router, shopper, staff } from "../trpc.ts";

export const ordersRouter = router({
  /** The order that a confirmation link opens. Errors: `order.not_found`. */
  getByToken: shopper.input(GetOrderByTokenInput).query(({ ctx, input }) => getOrderByToken(ctx.core, input)),
  /** A guest's order by number and e-mail address. Errors: `order.not_found`. */
  lookUp: shopper.input(LookUpOrderInput).query(({ ctx, input }) => lookUpOrder(ctx.core, input)),
  /** The customer's own orders, newest first. Errors: `access.sign_in_required`, `page.bad_cursor`. */
  listMine: shopper.input(ListMyOrdersInput).query(({ ctx, input }) => listMyOrders(ctx.core, input)),
  /** One of the customer's own. Errors: `order.not_found`, `access.sign_in_required`. */
  getMine: shopper.input(GetOrderInput).query(({ ctx, input }) => getMyOrder(ctx.core, input)),
  /** All orders, newest first. Errors: `page.bad_cursor`, `access.*`. */
  list: staff.input(ListOrdersInput).query(({ ctx, input }) => listOrders(ctx.core, input)),
  /** Any order with its story. Errors: `order.not_found`, `access.*`. */
  get: staff.input(GetOrderInput).query(({ ctx, input }) => getOrder(ctx.core, input)),
  /** Sends a parcel. Errors: `order.not_found`, `order.wrong_status`, `order.nothing_left`, `order.too_many_units`, `inventory.not_on_hand`, `access.*`. */
  ship: staff.input(ShipOrderInput).mutation(({ ctx, input }) => shipOrder(ctx.core, input)),
  /** A parcel has arrived. Errors: `order.not_found`, `shipment.not_found`, `order.nothing_on_its_way`, `access.*`. */
  deliver: staff.input(DeliverOrderInput).mutation(({ ctx, input }) => deliverOrder(ctx.core, input)),
  /** Cancels what has not begun to leave: stock back, money back. Errors: `order.not_found`, `order.wrong_status`, `order.payment_running`, `access.*`. */
  cancel: staff.input(CancelOrderInput).mutation(({ ctx, input }) => cancelOrder(ctx.core, input)),
});
