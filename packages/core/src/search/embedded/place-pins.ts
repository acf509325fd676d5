/** Puts pinned products to their places; one whose place is behind the end comes last. Each is there once. */
export function placePins(ids: readonly string[], pins: readonly { productId: string; position: number }[]): string[] {
  const isPinned = new Set(pins.map(({ productId }) => productId));
  const placed = ids.filter((id) => !isPinned.has(id));
  for (const { productId, position } of pins.toSorted((a, b) => a.position - b.position)) placed.splice(position, 0, productId);
  return placed;
}
