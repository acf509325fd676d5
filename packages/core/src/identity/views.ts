import type { AddressRecord } from "@cartwright/db";
import type { CartStatus } from "@cartwright/db/constants/cart";
import type { OrderStatus } from "@cartwright/db/constants/orders";
import type { AccountDataView, SessionView } from "../accounts/views.ts";
import type { AddNotice, CartView, MergeNotice } from "../cart/views.ts";
import type { Money } from "../kernel/money.ts";
import type { OrderView } from "../orders/views.ts";
import type { ReturnView } from "../returns/views.ts";

/** A session, and what became of the cart that was there before it. */
export interface SignedInView extends SessionView {
  cartNotices: MergeNotice[];
}

/** The cart after an old order was put into it, and what of it could not be had as it was. */
export interface ReorderedView {
  cart: CartView;
  notices: AddNotice[];
}

/** A customer in a list for staff. */
export interface CustomerRowView {
  id: string;
  email: string;
  name: string;
  isEmailVerified: boolean;
  wantsNewsletter: boolean;
  /** How many they have placed. */
  orders: number;
  createdAt: string;
}

/** A customer for staff. A guest has neither id nor anything that comes with an account. */
export interface CustomerView {
  id: string | null;
  email: string;
  name: string;
  isEmailVerified: boolean;
  wantsNewsletter: boolean;
  language: string | null;
  currency: string | null;
  createdAt: string | null;
  /** How many are in the address book. */
  addresses: number;
  /** How many devices are signed in. */
  sessions: number;
  orders: number;
  lastOrders: { number: number; status: OrderStatus; total: Money; placedAt: string }[];
  /** Numbers of those that are not over: as long as there are any the customer can't be erased. */
  openOrders: number[];
}

/** Everything the shop knows about somebody. */
export interface PersonDataView {
  exportedAt: string;
  shop: string;
  email: string;
  /** Null for a guest. */
  account: AccountDataView | null;
  orders: (OrderView & { returns: ReturnView[] })[];
  carts: {
    status: CartStatus;
    email: string | null;
    shippingAddress: AddressRecord | null;
    billingAddress: AddressRecord | null;
    couponCodes: string[];
    lines: { variantId: string; quantity: number }[];
    createdAt: string;
    updatedAt: string;
  }[];
  /** What the audit log has of their own acts. */
  acts: { at: string; action: string; subject: string; address: string | null }[];
}

/** Somebody was forgotten. */
export interface ErasedView {
  /** Null for a guest. */
  accountId: string | null;
  /** How many orders have nobody's name any more. */
  orders: number;
  erasedAt: string;
}
