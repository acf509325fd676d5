import { orders } from "@cartwright/db";
import { and, eq, isNull, or } from "drizzle-orm";

/** Somebody who buys: by their account, by the address they gave as a guest, or both. */
export interface Buyer {
  accountId: string | null;
  email: string;
}

/** Whose orders are meant: those of the account, and those without one that were placed with the address. */
export function isOrderOf({ accountId, email }: Buyer) {
  const asGuest = and(eq(orders.email, email), isNull(orders.accountId));
  return accountId === null ? asGuest : or(eq(orders.accountId, accountId), asGuest);
}
