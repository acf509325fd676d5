import {
  approveReturn,
  cancelReturn,
  createReturn,
  getOrderReturns,
  getReturn,
  listReturns,
  receiveReturn,
  rejectReturn,
  requestReturn,
} from "@cartwright/core/returns";
import {
  ApproveReturnInput,
  CancelOwnReturnInput,
  CancelReturnInput,
  CreateReturnInput,
  GetOrderReturnsInput,
  GetReturnInput,
  ListReturnsInput,
  ReceiveReturnInput,
  RejectReturnInput,
  RequestReturnInput,
} from "@cartwright/core/returns/schemas";
import { router, shopper, staffWith } from "../trpc.ts";

export const returnsRouter = router({
  /** An order's returns for its buyer, and what may still be sent back. Errors: `order.not_found`, `access.sign_in_required`. */
  ofOrder: shopper.input(GetOrderReturnsInput).query(({ ctx, input }) => getOrderReturns(ctx.core, input)),
  /** A buyer asks to send something back. Errors: `order.not_found`, `order_line.not_found`, `return.too_many_units`, `return.too_late`, `idempotency.key_reused`, `access.sign_in_required`. */
  request: shopper.input(RequestReturnInput).mutation(({ ctx, input }) => requestReturn(ctx.core, input)),
  /** The buyer keeps it after all, as long as nothing has arrived. Errors: `order.not_found`, `return.not_found`, `return.wrong_status`, `idempotency.key_reused`, `access.sign_in_required`. */
  cancelMine: shopper.input(CancelOwnReturnInput).mutation(({ ctx, input }) => cancelReturn(ctx.core, input)),
  /** All returns, or an order's, newest first. Errors: `page.bad_cursor`, `access.*`. */
  list: staffWith("orders.read").input(ListReturnsInput).query(({ ctx, input }) => listReturns(ctx.core, input)),
  /** Any return by id or number. Errors: `return.not_found`, `access.*`. */
  get: staffWith("orders.read").input(GetReturnInput).query(({ ctx, input }) => getReturn(ctx.core, input)),
  /** Opens a return for a buyer, approved at once. Errors: `order.not_found`, `order_line.not_found`, `return.too_many_units`, `idempotency.key_reused`, `access.*`. */
  create: staffWith("orders.write").input(CreateReturnInput).mutation(({ ctx, input }) => createReturn(ctx.core, input)),
  /** The buyer may send the goods. Errors: `return.not_found`, `return.wrong_status`, `idempotency.key_reused`, `access.*`. */
  approve: staffWith("orders.write").input(ApproveReturnInput).mutation(({ ctx, input }) => approveReturn(ctx.core, input)),
  /** The goods may not come back, with a word why. Errors: `return.not_found`, `return.wrong_status`, `idempotency.key_reused`, `access.*`. */
  reject: staffWith("orders.write").input(RejectReturnInput).mutation(({ ctx, input }) => rejectReturn(ctx.core, input)),
  /** Goods have arrived: on the shelf or written off, money back. Errors: `return.not_found`, `return.wrong_status`, `return_line.not_found`, `return.too_many_units`, `return.nothing_received`, `location.not_found`, `payment.refund_too_much`, `order.payment_running`, `idempotency.key_reused`, `access.*`. */
  receive: staffWith("orders.write").input(ReceiveReturnInput).mutation(({ ctx, input }) => receiveReturn(ctx.core, input)),
  /** Staff call a return off, as long as nothing has arrived. Errors: `return.not_found`, `return.wrong_status`, `idempotency.key_reused`, `access.*`. */
  cancel: staffWith("orders.write").input(CancelReturnInput).mutation(({ ctx, input }) => cancelReturn(ctx.core, input)),
});
