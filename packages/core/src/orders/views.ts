import type { AddressRecord } from "@cartwright/db";
import type { OrderEventType, OrderStatus, ShipmentStatus } from "@cartwright/db/constants/orders";
import type { MovementKind } from "@cartwright/db/constants/inventory";
import type { PaymentStatus, RefundStatus } from "@cartwright/db/constants/payments";
import type { Money } from "../kernel/money.ts";
import type { DiscountView } from "../promotions/views.ts";
import type { FulfilmentStatus, OrderPaymentStatus, ReturnStatus } from "./order-status.ts";

export interface OrderLineView {
  id: string;
  variantId: string;
  productSlug: string;
  productTitle: string;
  variantTitle: string;
  sku: string | null;
  imageUrl: string | null;
  quantity: number;
  quantityShipped: number;
  quantityCancelled: number;
  /** Units that came back, of those shipped. */
  quantityReturned: number;
  unitPrice: Money;
  total: Money;
}

export interface ShipmentView {
  id: string;
  status: ShipmentStatus;
  carrier: string | null;
  trackingNumber: string | null;
  /** The carrier's own page for the parcel; null for a carrier we do not know. */
  trackingUrl: string | null;
  shippedAt: string;
  deliveredAt: string | null;
  lines: { lineId: string; quantity: number }[];
}

export interface PaymentView {
  id: string;
  method: string;
  status: PaymentStatus;
  amount: Money;
  captured: Money;
  refunded: Money;
}

/** Money on its way back (`started`), back (`succeeded`), or refused by the gateway (`failed`). */
export interface RefundView {
  id: string;
  paymentId: string;
  amount: Money;
  state: RefundStatus;
  /** Staff's words, for staff: null for the buyer. */
  reason: string | null;
  /** The return it is for. */
  returnId: string | null;
  createdAt: string;
  updatedAt: string;
}

export interface OrderView {
  id: string;
  number: number;
  status: OrderStatus;
  paymentStatus: OrderPaymentStatus;
  fulfilmentStatus: FulfilmentStatus;
  returnStatus: ReturnStatus;
  email: string;
  shippingAddress: AddressRecord;
  billingAddress: AddressRecord;
  shippingMethodName: string;
  paymentMethod: string;
  lines: OrderLineView[];
  totals: {
    lines: Money;
    /** The sum of the discounts. */
    discount: Money;
    discounts: DiscountView[];
    shipping: Money;
    tax: Money;
    pricesIncludeTax: boolean;
    total: Money;
    /** What cancelled units took off the total. */
    cancelled: Money;
    /** Total without what was cancelled or came back. */
    worth: Money;
  };
  payments: PaymentView[];
  refunds: RefundView[];
  shipments: ShipmentView[];
  placedAt: string;
  updatedAt: string;
}

/** For staff: with the story of the order. */
export interface StaffOrderView extends OrderView {
  events: OrderEventView[];
}

export interface OrderEventView {
  seq: number;
  type: OrderEventType;
  actor: string;
  reason: string | null;
  payload: Record<string, unknown>;
  at: string;
}

/** An order as it is after a change, and what happened to it. */
export interface OrderChangeView extends OrderRowView {
  updatedAt: string;
  /** Grows with every event: the same order in the same version is no news. */
  version: number;
  events: Omit<OrderEventView, "payload">[];
}

export interface OrderRowView {
  id: string;
  number: number;
  status: OrderStatus;
  email: string;
  total: Money;
  quantity: number;
  placedAt: string;
}

/** Where a stored order is not what its events add up to. */
export interface OrderCheckView {
  id: string;
  number: number;
  differences: { what: string; stored: string | number | null; rebuilt: string | number | null }[];
}

export interface OrdersCheckView {
  /** How many orders of this page were looked at. */
  checked: number;
  /** Those that differ. */
  items: OrderCheckView[];
  nextCursor: string | null;
}

/** What an amount is: the first four make up what the order is worth, the rest is what became of the money. */
export type AmountKind = "goods" | "discount" | "shipping" | "tax" | "promised" | "captured" | "refunded";

/** An order's story in figures, oldest first, as its events and the ledger tell it. */
export interface OrderExplanationView {
  id: string;
  number: number;
  status: OrderStatus;
  /** Tax counts towards the worth only when the prices do not include it. */
  pricesIncludeTax: boolean;
  entries: ExplainedEntryView[];
  /** How it stands at the end. */
  balance: BalanceView;
}

export interface ExplainedEntryView {
  /** Null for a stock movement that no event tells of. */
  seq: number | null;
  at: string;
  actor: string;
  what: string;
  reason: string | null;
  /** Signed: what was added to each kind. */
  amounts: { kind: AmountKind; amount: Money }[];
  /** Signed: what was added to on hand. */
  stock: { variantId: string; sku: string | null; locationCode: string; kind: MovementKind; units: number }[];
  /** How it stood afterwards. */
  balance: BalanceView;
}

export interface BalanceView {
  worth: Money;
  captured: Money;
  refunded: Money;
  /** Still to be paid. */
  due: Money;
}
