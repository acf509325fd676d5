export interface MergeFacts {
  /** Units in the customer's own cart, 0 when it has no such line. */
  own: number;
  added: number;
  /** Units that the customer's cart could have. */
  available: number;
  /** The shop's, for one line. */
  limit: number;
}

export interface MergedQuantity {
  quantity: number;
  /** What kept it from being all that both carts had; null when nothing did. */
  cappedBy: "available" | "limit" | null;
}

/**
 * Units of a line after a merge: all of both carts, as far as they are available and the shop lets one line be. What is
 * sold out stays as it was wanted: the cart itself says so, and knows it when there is more again.
 */
export function mergeQuantity({ own, added, available, limit }: MergeFacts): MergedQuantity {
  const wanted = own + added;
  const most = available > 0 ? Math.min(available, limit) : limit;
  if (wanted <= most) return { quantity: wanted, cappedBy: null };
  return { quantity: most, cappedBy: most === limit ? "limit" : "available" };
}
