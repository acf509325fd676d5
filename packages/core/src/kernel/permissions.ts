/** What staff may do, in words. An admin may do all of it. */
export const permissions = [
  "catalog.read",
  "catalog.write",
  "stock.read",
  "stock.adjust",
  "orders.read",
  "orders.write",
  "orders.refund",
  "coupons.read",
  "coupons.write",
  "search.read",
  "search.write",
  "events.read",
  "events.write",
  "settings.read",
  "settings.write",
  "system.read",
] as const;
export type Permission = (typeof permissions)[number];
