import type { AddressRecord } from "@cartwright/db";
import type { OrderEventType, OrderStatus, ShipmentStatus } from "@cartwright/db/constants/orders";
import type { PaymentStatus } from "@cartwright/db/constants/payments";
import type { Money } from "../kernel/money.ts";
import type { FulfilmentStatus, OrderPaymentStatus } from "./order-status.ts";

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
  unitPrice: Money;
  total: Money;
}

export interface ShipmentView {
  id: string;
  status: ShipmentStatus;
  carrier: string | null;
  trackingNumber: string | null;
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

export interface OrderView {
  id: string;
  number: number;
  status: OrderStatus;
  paymentStatus: OrderPaymentStatus;
  fulfilmentStatus: FulfilmentStatus;
  email: string;
  shippingAddress: AddressRecord;
  billingAddress: AddressRecord;
  shippingMethodName: string;
  paymentMethod: string;
  lines: OrderLineView[];
  totals: {
    lines: Money;
    discount: Money;
    shipping: Money;
    tax: Money;
    pricesIncludeTax: boolean;
    total: Money;
  };
  payments: PaymentView[];
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

export interface OrderRowView {
  id: string;
  number: number;
  status: OrderStatus;
  email: string;
  total: Money;
  quantity: number;
  placedAt: string;
}
