/** A page of one's own orders. */
export const myOrders = { limit: 20 };
