import { emitEvents, newId, type Context } from "../kernel/index.ts";

/**
 * News that products are otherwise than before, or new or gone: one event however many they are. Call it in the
 * transaction that changes them.
 */
export async function tellProductsChanged(ctx: Context, productIds: readonly string[]): Promise<void> {
  const [first, ...rest] = productIds;
  if (first === undefined) return;
  const subject = rest.length === 0 ? first : newId("bat");
  await emitEvents(ctx, [{ type: "product.changed", subject, payload: { productIds: [...productIds] } }]);
}

/** The same of what products are found through. Call it in the transaction that changes it. */
export async function tellGroupChanged(ctx: Context, kind: "category" | "brand" | "attribute", id: string): Promise<void> {
  await emitEvents(ctx, [{ type: `${kind}.changed`, subject: id, payload: { [`${kind}Id`]: id } }]);
}
