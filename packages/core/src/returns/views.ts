import type { RefundStatus } from "@cartwright/db/constants/payments";
import type { ReturnStatus } from "@cartwright/db/constants/returns";
import type { Money } from "../kernel/money.ts";
import type { ReturnReason } from "./schemas.ts";

export interface ReturnRowView {
  id: string;
  number: number;
  orderId: string;
  orderNumber: number;
  status: ReturnStatus;
  reason: ReturnReason;
  /** Units asked for. */
  quantity: number;
  refunded: Money;
  createdAt: string;
}

export interface ReturnView extends ReturnRowView {
  /** The buyer's own words. */
  comment: string | null;
  /** What staff said to it; the buyer reads it. */
  note: string | null;
  lines: ReturnLineView[];
  /** What goes back for it; `started` is on its way. */
  refunds: { id: string; amount: Money; state: RefundStatus }[];
  updatedAt: string;
}

export interface ReturnLineView {
  lineId: string;
  productTitle: string;
  variantTitle: string;
  sku: string | null;
  quantity: number;
  /** Received = restocked + written off. */
  quantityRestocked: number;
  quantityWrittenOff: number;
}

/** An order's returns, newest first, and what may still be sent back. */
export interface OrderReturnsView {
  orderId: string;
  returns: ReturnView[];
  /** Lines of which something may be sent back; empty when nothing may. */
  returnable: ReturnableLineView[];
}

export interface ReturnableLineView {
  lineId: string;
  productTitle: string;
  variantTitle: string;
  quantity: number;
  /** The last moment to ask; null while the parcel is on its way. */
  until: string | null;
}
