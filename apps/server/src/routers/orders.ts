import {
  addPayment,
  cancelOrder,
  cancelPayment,
  capturePayment,
  checkOrder,
  checkOrders,
  deliverOrder,
  explainOrder,
  getMyOrder,
  getOrder,
  getOrderByToken,
  listMyOrders,
  listOrders,
  lookUpOrder,
  refundOrder,
  shipOrder,
  updateShipment,
} from "@cartwright/core/orders";
import {
  AddPaymentInput,
  CancelOrderInput,
  CancelPaymentInput,
  CapturePaymentInput,
  CheckOrderInput,
  CheckOrdersInput,
  DeliverOrderInput,
  ExplainOrderInput,
  GetOrderByTokenInput,
  GetOrderInput,
  ListMyOrdersInput,
  ListOrdersInput,
  LookUpOrderInput,
  RefundOrderInput,
  ShipOrderInput,
  UpdateShipmentInput,
  WatchOrdersInput,
} from "@cartwright/core/orders/schemas";
import { watchOrders } from "../live/watch-orders.ts";
import { router, shopper, signedIn, staffWith } from "../trpc.ts";

export const ordersRouter = router({
  /** The order that a confirmation link opens. Errors: `order.not_found`. */
  getByToken: shopper.input(GetOrderByTokenInput).query(({ ctx, input }) => getOrderByToken(ctx.core, input)),
  /** A guest's order by number and e-mail address. Errors: `order.not_found`. */
  lookUp: shopper.input(LookUpOrderInput).query(({ ctx, input }) => lookUpOrder(ctx.core, input)),
  /** The customer's own orders, newest first. Errors: `access.sign_in_required`, `page.bad_cursor`. */
  listMine: signedIn.input(ListMyOrdersInput).query(({ ctx, input }) => listMyOrders(ctx.core, input)),
  /** One of the customer's own. Errors: `order.not_found`, `access.sign_in_required`. */
  getMine: signedIn.input(GetOrderInput).query(({ ctx, input }) => getMyOrder(ctx.core, input)),
  /** All orders, newest first. Errors: `page.bad_cursor`, `access.*`. */
  list: staffWith("orders.read").input(ListOrdersInput).query(({ ctx, input }) => listOrders(ctx.core, input)),
  /** New and changed orders from now on, with what happened to them. Errors: `live.too_long_ago`, `live.too_many_streams`, `live.stopping`, `access.*`. */
  watch: staffWith("orders.read").input(WatchOrdersInput).subscription(({ ctx, input, signal }) => watchOrders(ctx, input, signal)),
  /** Any order with its story. Errors: `order.not_found`, `access.*`. */
  get: staffWith("orders.read").input(GetOrderInput).query(({ ctx, input }) => getOrder(ctx.core, input)),
  /** Sends a parcel. Errors: `order.not_found`, `order.wrong_status`, `order.nothing_left`, `order.too_many_units`, `inventory.not_on_hand`, `access.*`. */
  ship: staffWith("orders.write").input(ShipOrderInput).mutation(({ ctx, input }) => shipOrder(ctx.core, input)),
  /** A parcel has arrived. Errors: `order.not_found`, `shipment.not_found`, `order.nothing_on_its_way`, `access.*`. */
  deliver: staffWith("orders.write").input(DeliverOrderInput).mutation(({ ctx, input }) => deliverOrder(ctx.core, input)),
  /** Corrects a parcel's carrier and tracking number. Errors: `order.not_found`, `shipment.not_found`, `idempotency.key_reused`, `access.*`. */
  updateShipment: staffWith("orders.write").input(UpdateShipmentInput).mutation(({ ctx, input }) => updateShipment(ctx.core, input)),
  /** Cancels what has not left, whole or by line: stock back, money back. Errors: `order.not_found`, `order.wrong_status`, `order.payment_running`, `order_line.not_found`, `order.too_many_units`, `idempotency.key_reused`, `access.*`. */
  cancel: staffWith("orders.write").input(CancelOrderInput).mutation(({ ctx, input }) => cancelOrder(ctx.core, input)),
  /** Gives back an amount in minor units, or what units are worth that have left. Errors: `order.not_found`, `order.payment_running`, `order.nothing_to_refund`, `order_line.not_found`, `order.too_many_units`, `payment.refund_too_much`, `idempotency.key_reused`, `access.*`. */
  refund: staffWith("orders.refund").input(RefundOrderInput).mutation(({ ctx, input }) => refundOrder(ctx.core, input)),
  /** Every amount and stock move of an order, with running balances. Errors: `order.not_found`, `access.*`. */
  explain: staffWith("orders.read").input(ExplainOrderInput).query(({ ctx, input }) => explainOrder(ctx.core, input)),
  /** Where a stored order is not what its events add up to. Errors: `order.not_found`, `access.*`. */
  check: staffWith("orders.read").input(CheckOrderInput).query(({ ctx, input }) => checkOrder(ctx.core, input)),
  /** The same for a page of all orders: how many were looked at, and those that differ. Errors: `page.bad_cursor`, `access.*`. */
  checkAll: staffWith("orders.read").input(CheckOrdersInput).query(({ ctx, input }) => checkOrders(ctx.core, input)),
  /** Another promise to pay for what is open. Errors: `order.not_found`, `order.wrong_status`, `payment.exceeds_total`, `idempotency.key_reused`, `access.*`. */
  addPayment: staffWith("orders.write").input(AddPaymentInput).mutation(({ ctx, input }) => addPayment(ctx.core, input)),
  /** Promised money has arrived. Errors: `order.not_found`, `payment.not_found`, `payment.not_pending`, `payment.other_amount`, `idempotency.key_reused`, `access.*`. */
  capturePayment: staffWith("orders.write").input(CapturePaymentInput).mutation(({ ctx, input }) => capturePayment(ctx.core, input)),
  /** A promise is not waited for any more. Errors: `order.not_found`, `payment.not_found`, `payment.not_pending`, `idempotency.key_reused`, `access.*`. */
  cancelPayment: staffWith("orders.write").input(CancelPaymentInput).mutation(({ ctx, input }) => cancelPayment(ctx.core, input)),
});
